namespace WhatsCommerce;

/// <summary>A customer in <see cref="MemoryCustomerIdentities"/>; those of all customers form a list, the one seen last at its end.</summary>
internal sealed class MemoryCustomer(CustomerKey key) : IdentityOwner
{
    public override CustomerKey Key { get; } = key;

    /// <summary>The ids, the one learned last at the end.</summary>
    public List<IdentityName> Names { get; } = new(2);

    /// <summary>The keys that were merged into this one; <see langword="null"/> when there are none.</summary>
    public List<CustomerKey>? MergedKeys { get; set; }

    /// <summary>The merges of which not every handler was told; <see langword="null"/> when there are none.</summary>
    public List<CustomersMerged>? Untold { get; set; }

    public MemoryCustomer? Earlier { get; set; }

    public MemoryCustomer? Later { get; set; }

    public override bool HasUserId => Has(IdentityNameKind.UserId);

    public override bool HasParentUserId => Has(IdentityNameKind.ParentUserId);

    public override bool HasPhone => Has(IdentityNameKind.Phone);

    private bool Has(IdentityNameKind kind) => Names.Exists(name => name.Kind == kind);
}
