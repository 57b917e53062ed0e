namespace WhatsCommerce.Catalogs;

/// <summary>An item breaks rules of Meta's; it was not sent. Names every violation, not only the first.</summary>
public sealed class CatalogItemValidationException : WhatsCommerceException
{
    internal CatalogItemValidationException(RetailerId retailerId, IReadOnlyList<ItemViolation> violations)
        : base(Describe(retailerId, violations))
    {
        RetailerId = retailerId;
        Violations = violations;
    }

    /// <summary>The item.</summary>
    public RetailerId RetailerId { get; }

    /// <summary>Every rule that is broken; at least one.</summary>
    public IReadOnlyList<ItemViolation> Violations { get; }

    private static string Describe(RetailerId retailerId, IReadOnlyList<ItemViolation> violations) => violations is [ItemViolation only]
        ? $"The item '{retailerId}' cannot be written. {only}"
        : $"The item '{retailerId}' cannot be written, for {violations.Count} reasons:{string.Concat(violations.Select(violation => $"{Environment.NewLine}- {violation}"))}";
}
