namespace WhatsCommerce.Tool.Events;

/// <summary>The outcome of a triggered event, as written by <c>trigger --json</c>.</summary>
/// <param name="Event">What was triggered, such as <c>message order</c>.</param>
/// <param name="To">The address of the app; <see langword="null"/> when none is connected.</param>
/// <param name="Outcome">delivered, refused (any other status than 200), or notConnected.</param>
/// <param name="Status">The HTTP status of the app's response.</param>
/// <param name="Milliseconds">The response time in milliseconds.</param>
/// <param name="Problem">The problem, if any.</param>
internal sealed record TriggerResult(string Event, string? To, string Outcome, int? Status, double? Milliseconds, string? Problem);
