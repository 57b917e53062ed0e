namespace WhatsCommerce.Media;

/// <summary>A file breaks rules of Meta's; it was not uploaded. Names every violation, not only the first.</summary>
public sealed class MediaValidationException : WhatsCommerceException
{
    internal MediaValidationException(IReadOnlyList<MediaViolation> violations)
        : base($"The file cannot be uploaded. {string.Join(" ", violations)}") => Violations = violations;

    /// <summary>Every rule that is broken; at least one.</summary>
    public IReadOnlyList<MediaViolation> Violations { get; }
}
