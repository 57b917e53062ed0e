namespace WhatsCommerce.Tool.Emulators;

/// <summary>What became of a triggered event, as <c>trigger --json</c> writes it.</summary>
/// <param name="Event">What was triggered, such as <c>message order</c>.</param>
/// <param name="To">The address of the app; <see langword="null"/> when none is connected.</param>
/// <param name="Outcome">delivered, refused (any other status than 200), or notConnected.</param>
/// <param name="Status">The status of the app's answer.</param>
/// <param name="Milliseconds">How long the answer took.</param>
/// <param name="Problem">What is wrong.</param>
internal sealed record TriggerResult(string Event, string? To, string Outcome, int? Status, double? Milliseconds, string? Problem);
