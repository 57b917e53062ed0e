namespace WhatsCommerce.Messages;

/// <summary>A message breaks rules of Meta's; it was not sent. Names every violation, not only the first.</summary>
public sealed class MessageValidationException : WhatsCommerceException
{
    internal MessageValidationException(IReadOnlyList<MessageViolation> violations)
        : base(Describe(violations)) => Violations = violations;

    /// <summary>Every rule that is broken; at least one.</summary>
    public IReadOnlyList<MessageViolation> Violations { get; }

    private static string Describe(IReadOnlyList<MessageViolation> violations) => violations is [MessageViolation only]
        ? $"The message cannot be sent. {only}"
        : $"The message cannot be sent, for {violations.Count} reasons:{string.Concat(violations.Select(violation => $"{Environment.NewLine}- {violation}"))}";
}
