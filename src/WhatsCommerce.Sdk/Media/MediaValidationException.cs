namespace WhatsCommerce.Media;

/// <summary>A file breaks rules of Meta's; it was not uploaded. Names every violation, not only the first.</summary>
public sealed class MediaValidationException : WhatsCommerceException
{
    internal MediaValidationException(IReadOnlyList<MediaViolation> violations)
        : base(Describe(violations)) => Violations = violations;

    /// <summary>Every rule that is broken; at least one.</summary>
    public IReadOnlyList<MediaViolation> Violations { get; }

    private static string Describe(IReadOnlyList<MediaViolation> violations) => violations is [MediaViolation only]
        ? $"The file cannot be uploaded. {only}"
        : $"The file cannot be uploaded, for {violations.Count} reasons:{string.Concat(violations.Select(violation => $"{Environment.NewLine}- {violation}"))}";
}
