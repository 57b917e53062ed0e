namespace WhatsCommerce.Tool.Verification;

/// <summary>The result of <c>verify</c>, as written with <c>--json</c>.</summary>
/// <param name="Ok">Whether there are no problems; warnings and skipped checks are not problems.</param>
/// <param name="Checks">The results of all checks.</param>
internal sealed record VerificationLine(bool Ok, IReadOnlyList<Check> Checks);
