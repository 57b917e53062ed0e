namespace WhatsCommerce.Templates;

/// <summary>A template breaks rules of Meta's; it was not handed in. Names every violation, not only the first.</summary>
public sealed class TemplateValidationException : WhatsCommerceException
{
    internal TemplateValidationException(string? name, IReadOnlyList<TemplateViolation> violations)
        : base(Describe(name, violations)) => Violations = violations;

    /// <summary>Every rule that is broken; at least one.</summary>
    public IReadOnlyList<TemplateViolation> Violations { get; }

    private static string Describe(string? name, IReadOnlyList<TemplateViolation> violations) => violations is [TemplateViolation only]
        ? $"The template '{name}' would be rejected. {only}"
        : $"The template '{name}' would be rejected, for {violations.Count} reasons:{string.Concat(violations.Select(violation => $"{Environment.NewLine}- {violation}"))}";
}
