namespace WhatsCommerce.Webhooks;

/// <summary>A customer in the database.</summary>
internal sealed class CustomerRow(Guid id, bool hasUserId, bool hasParentUserId, bool hasPhone, List<Guid> untold) : IdentityOwner
{
    public Guid Id => id;

    /// <summary>Gets the customers that were merged into this one, and for which not every handler has been called.</summary>
    public List<Guid> Untold => untold;

    public override CustomerKey Key { get; } = ToKey(id);

    public override bool HasUserId => hasUserId;

    public override bool HasParentUserId => hasParentUserId;

    public override bool HasPhone => hasPhone;

    public static CustomerRow New(CustomerKey key) =>
        new(ToId(key)!.Value, hasUserId: false, hasParentUserId: false, hasPhone: false, untold: []);

    public static CustomerKey ToKey(Guid id) => new(id.ToString("N"));

    public static Guid? ToId(CustomerKey key) => Guid.TryParseExact(key.Value, "N", out Guid id) ? id : null;
}
