namespace WhatsCommerce.Tool.Webhooks;

/// <summary>The outcome of a replayed body, as written by <c>replay --json</c>.</summary>
/// <param name="Source">The file, or <c>dead letter</c>.</param>
/// <param name="Id">The id of the dead letter.</param>
/// <param name="Outcome">delivered, refused, or failed: the app responded with 200, but the handler of the dead letter failed.</param>
/// <param name="Status">The HTTP status of the app's response.</param>
/// <param name="Milliseconds">The response time in milliseconds.</param>
/// <param name="Problem">Why there was no response, or what is wrong.</param>
internal sealed record ReplayLine(string Source, string? Id, string Outcome, int? Status, double Milliseconds, string? Problem);
