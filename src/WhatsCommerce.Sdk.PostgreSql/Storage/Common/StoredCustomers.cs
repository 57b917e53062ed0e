namespace WhatsCommerce.Webhooks;

/// <summary>Resolves identities against the customers in a database, with a cache in front, and calls the handlers of merges.</summary>
internal sealed class StoredCustomers(
    ICustomerTable table, TimeSpan cacheDuration, IEnumerable<ICustomersMergedHandler>? handlers, TimeProvider time)
{
    private readonly CustomerCache _cache = new(cacheDuration, time);
    private readonly ICustomersMergedHandler[] _handlers = [.. handlers ?? []];

    public ValueTask<CustomerKey> ResolveAsync(CustomerIdentity identity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(identity);
        CustomerKey known = _cache.Find(identity);
        return known.HasValue ? new(known) : AskAsync(identity, cancellationToken);
    }

    public async ValueTask<CustomerKey> FindAsync(CustomerIdentity identity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(identity);
        List<IdentityClaim> claims = IdentityRules.Claims(identity);
        if (claims.Count > 0)
        {
            await table.FillInAsync(claims, cancellationToken).ConfigureAwait(false);
        }

        return claims.Find(claim => claim.Owner is not null)?.Owner!.Key ?? default;
    }

    public async ValueTask<CustomerKey> GetCurrentAsync(CustomerKey key, CancellationToken cancellationToken) =>
        CustomerRow.ToId(key) is { } id && await table.GetCurrentAsync(id, cancellationToken).ConfigureAwait(false) is { } current
            ? CustomerRow.ToKey(current)
            : key;

    public async ValueTask DeleteAsync(CustomerKey key, CancellationToken cancellationToken)
    {
        if (CustomerRow.ToId(await GetCurrentAsync(key, cancellationToken).ConfigureAwait(false)) is { } id)
        {
            await table.DeleteAsync(id, cancellationToken).ConfigureAwait(false);
            _cache.Clear();
        }
    }

    private async ValueTask<CustomerKey> AskAsync(CustomerIdentity identity, CancellationToken cancellationToken)
    {
        List<IdentityClaim> claims = IdentityRules.Claims(identity);
        if (claims.Count == 0)
        {
            return default;
        }

        long version = _cache.Version;
        List<CustomerRow> owners = await table.FillInAsync(claims, cancellationToken).ConfigureAwait(false);
        if (owners.Count != 1 || claims.Exists(claim => claim.IsPrevious || claim.Owner is null))
        {
            DateTimeOffset now = time.GetUtcNow();
            LearnedCustomer learned = await table.LearnAsync(identity, now, mayMerge: false, cancellationToken).ConfigureAwait(false)
                ?? (await table.LearnAsync(identity, now, mayMerge: true, cancellationToken).ConfigureAwait(false))!;
            (claims, owners) = (learned.Claims, [learned.Customer, .. learned.Others]);
            if (claims.Exists(claim => !claim.IsLeftAlone && claim.Owner is { } owner && owner.Key != owners[0].Key) || owners.Count > 1)
            {
                version = _cache.Clear();
            }
        }

        CustomerRow customer = owners[0];
        foreach (Guid merged in owners.SelectMany(owner => owner.Untold))
        {
            await TellAsync(merged, customer, cancellationToken).ConfigureAwait(false);
        }

        _cache.Remember(claims.Where(claim => !claim.IsLeftAlone).Select(claim => claim.Name), customer.Key, version);
        return customer.Key;
    }

    private async ValueTask TellAsync(Guid merged, CustomerRow survivor, CancellationToken cancellationToken)
    {
        CustomersMerged told = new() { Survivor = survivor.Key, Merged = CustomerRow.ToKey(merged) };
        foreach (ICustomersMergedHandler handler in _handlers)
        {
            await handler.HandleAsync(told, cancellationToken).ConfigureAwait(false);
        }

        await table.MarkToldAsync(merged, survivor.Id, cancellationToken).ConfigureAwait(false);
    }
}
