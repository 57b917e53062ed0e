namespace WhatsCommerce.Tool.Webhooks;

/// <summary>What became of a body that was posted again, as <c>replay --json</c> writes it.</summary>
/// <param name="Source">The file, or <c>dead letter</c>.</param>
/// <param name="Id">The id of the dead letter.</param>
/// <param name="Outcome">delivered, refused, or failed: taken, but the handler of the dead letter has not handled it.</param>
/// <param name="Status">The status of the app's answer.</param>
/// <param name="Milliseconds">How long the answer took.</param>
/// <param name="Problem">Why there is none, or what is wrong.</param>
internal sealed record ReplayLine(string Source, string? Id, string Outcome, int? Status, double Milliseconds, string? Problem);
