namespace WhatsCommerce;

/// <summary>A request breaks rules of Meta's; it was not sent. Names every violation, not only the first.</summary>
public sealed class RequestValidationException : WhatsCommerceException
{
    internal RequestValidationException(string what, IReadOnlyList<RequestViolation> violations)
        : base(Describe(what, violations)) => Violations = violations;

    /// <summary>Every rule that is broken; at least one.</summary>
    public IReadOnlyList<RequestViolation> Violations { get; }

    private static string Describe(string what, IReadOnlyList<RequestViolation> violations) => violations is [RequestViolation only]
        ? $"{what} was not sent. {only}"
        : $"{what} was not sent, for {violations.Count} reasons:{string.Concat(violations.Select(violation => $"{Environment.NewLine}- {violation}"))}";
}
