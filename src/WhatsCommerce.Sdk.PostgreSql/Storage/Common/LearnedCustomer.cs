namespace WhatsCommerce.Webhooks;

/// <summary>The customer of the ids of an identity, and the rows to write.</summary>
/// <param name="Claims">The ids.</param>
/// <param name="Customer">The customer.</param>
/// <param name="IsNew">Whether the customer has no row yet.</param>
/// <param name="Others">The customers that are merged into that one.</param>
/// <param name="Time">The time at which the ids belonged to the customer.</param>
internal sealed record LearnedCustomer(
    List<IdentityClaim> Claims, CustomerRow Customer, bool IsNew, List<CustomerRow> Others, DateTimeOffset Time)
{
    /// <summary>Gets the ids that now belong to the customer.</summary>
    public List<IdentityClaim> Bound { get; } = Claims.FindAll(claim => !claim.IsLeftAlone);

    /// <summary>Decides. The owners of the claims have been looked up, and nobody else can change them.</summary>
    public static LearnedCustomer Of(CustomerIdentity identity, List<IdentityClaim> claims, DateTimeOffset now)
    {
        DateTimeOffset time = identity.Time < now ? identity.Time.Value : now;
        List<IdentityOwner> owners = IdentityRules.Decide(claims, time);
        CustomerKey key = owners.Count == 0 ? IdentityRules.NewKey(now) : IdentityRules.Oldest(owners.Select(owner => owner.Key));
        CustomerRow customer = owners.Find(owner => owner.Key == key) as CustomerRow ?? CustomerRow.New(key);
        return new(claims, customer, owners.Count == 0, [.. owners.Cast<CustomerRow>().Where(owner => owner != customer)], time);
    }
}
