namespace WhatsCommerce;

/// <summary>
/// The exception that is thrown when a request violates rules that can be checked offline; nothing was sent. Contains all violations, not
/// only the first.
/// </summary>
public sealed class WhatsCommerceValidationException : WhatsCommerceException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="summary">What cannot be done, without a full stop: <c>The message cannot be sent</c>.</param>
    /// <param name="violations">All violations.</param>
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
