namespace WhatsCommerce;

/// <summary>
/// Something violates rules of Meta's that can be known offline; nothing was sent. Names every violation, not only the first.
/// </summary>
public sealed class WhatsCommerceValidationException : WhatsCommerceException
{
    /// <summary>Reports violations.</summary>
    /// <param name="summary">What cannot be done, without a full stop: <c>The message cannot be sent</c>.</param>
    /// <param name="violations">Every rule that is broken.</param>
    public WhatsCommerceValidationException(string summary, IReadOnlyList<Violation> violations)
        : base(Describe(summary, violations)) => Violations = violations;

    /// <summary>Every rule that is broken; at least one.</summary>
    public IReadOnlyList<Violation> Violations { get; }

    private static string Describe(string summary, IReadOnlyList<Violation> violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        return violations is [Violation only]
            ? $"{summary}. {only}"
            : $"{summary}, for {violations.Count} "
                + $"reasons:{string.Concat(violations.Select(violation => $"{Environment.NewLine}- {violation}"))}";
    }
}
