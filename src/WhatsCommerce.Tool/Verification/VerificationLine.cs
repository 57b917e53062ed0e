namespace WhatsCommerce.Tool.Verification;

/// <summary>What <c>verify</c> has found, as it writes it with <c>--json</c>.</summary>
/// <param name="Ok">Whether there is no problem; warnings and skipped checks are none.</param>
/// <param name="Checks">Everything that was looked at.</param>
internal sealed record VerificationLine(bool Ok, IReadOnlyList<Check> Checks);
