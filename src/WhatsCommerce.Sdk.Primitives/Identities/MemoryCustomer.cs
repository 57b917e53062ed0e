namespace WhatsCommerce;

/// <summary>
/// A customer in <see cref="MemoryCustomerIdentities"/>, and a node of the list of customers, the one seen last at the end.
/// </summary>
internal sealed class MemoryCustomer(CustomerKey key) : IdentityOwner
{
    public override CustomerKey Key { get; } = key;

    /// <summary>Gets the ids, the most recent one at the end.</summary>
    public List<IdentityName> Names { get; } = new(2);

    /// <summary>Gets or sets the keys that were merged into this one; <see langword="null"/> when there are none.</summary>
    public List<CustomerKey>? MergedKeys { get; set; }

    /// <summary>
    /// Gets or sets the merges for which not all handlers have been called yet; <see langword="null"/> when there are none.
    /// </summary>
    public List<CustomersMerged>? Untold { get; set; }

    public MemoryCustomer? Earlier { get; set; }
    public MemoryCustomer? Later { get; set; }

    public override bool HasUserId => Has(IdentityNameKind.UserId);

    public override bool HasParentUserId => Has(IdentityNameKind.ParentUserId);

    public override bool HasPhone => Has(IdentityNameKind.Phone);

    private bool Has(IdentityNameKind kind) => Names.Exists(name => name.Kind == kind);
}
