namespace WhatsCommerce;

/// <summary>
/// An <see cref="ICustomerIdentities"/> in memory, for this process and until it ends. The default, unless another is registered.
/// </summary>
/// <remarks>
/// Suitable for a single instance that stores nothing by <see cref="CustomerKey"/> beyond the end of the process: after a restart a
/// customer has another key.
/// </remarks>
public sealed class MemoryCustomerIdentities : ICustomerIdentities
{
    private readonly Lock _gate = new();
    private readonly MemoryCustomers _customers;
    private readonly ICustomersMergedHandler[] _handlers;
    private readonly TimeProvider _time;

    /// <summary>Initializes an empty set of identities.</summary>
    /// <param name="handlers">The handlers of merges, called in this order.</param>
    /// <param name="options">The limits; <see langword="null"/> for the defaults.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> for the system clock.</param>
    public MemoryCustomerIdentities(
        IEnumerable<ICustomersMergedHandler>? handlers = null,
        MemoryCustomerIdentitiesOptions? options = null,
        TimeProvider? timeProvider = null)
    {
        _customers = new((options ?? new()).Capacity);
        _handlers = [.. handlers ?? []];
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Gets the number of known customers.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _customers.Count;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<CustomerKey> ResolveAsync(CustomerIdentity identity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identity);
        MemoryCustomer? customer;
        CustomersMerged[] untold;
        lock (_gate)
        {
            customer = FindKnown(identity) ?? Learn(identity);
            if (customer is null)
            {
                return default;
            }

            _customers.Touch(customer);
            if (customer.Untold is null)
            {
                return new(customer.Key);
            }

            untold = [.. customer.Untold];
        }

        return TellAsync(identity, untold, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<CustomerKey> FindAsync(CustomerIdentity identity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identity);
        lock (_gate)
        {
            return new(IdentityRules.Claims(identity)
                .Select(claim => _customers.Find(claim.Name, out _))
                .FirstOrDefault(customer => customer is not null)?.Key ?? default);
        }
    }

    /// <inheritdoc/>
    public ValueTask<CustomerKey> GetCurrentAsync(CustomerKey key, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return new(_customers.Find(key)?.Key ?? key);
        }
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(CustomerKey key, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_customers.Find(key) is { } customer)
            {
                _customers.Remove(customer);
            }
        }

        return default;
    }

    /// <summary>Finds the customer to whom every id belongs: most webhooks contain nothing new.</summary>
    private MemoryCustomer? FindKnown(CustomerIdentity identity)
    {
        MemoryCustomer? found = null;
        if (identity.Previous is not null)
        {
            return null;
        }

        foreach (IdentityNameKind kind in IdentityRules.Kinds)
        {
            if (IdentityRules.TryName(identity, identity.Scope, kind, out IdentityName name))
            {
                MemoryCustomer? owner = _customers.Find(name, out _);
                if (owner is null || (found is not null && owner != found))
                {
                    return null;
                }

                found = owner;
            }
        }

        return found;
    }

    private MemoryCustomer? Learn(CustomerIdentity identity)
    {
        List<IdentityClaim> claims = IdentityRules.Claims(identity);
        if (claims.Count == 0)
        {
            return null;
        }

        foreach (IdentityClaim claim in claims)
        {
            claim.Owner = _customers.Find(claim.Name, out DateTimeOffset since);
            claim.Since = since;
        }

        DateTimeOffset now = _time.GetUtcNow();
        DateTimeOffset time = identity.Time < now ? identity.Time.Value : now;
        List<IdentityOwner> owners = IdentityRules.Decide(claims, time);
        MemoryCustomer survivor = owners.Count == 0
            ? _customers.Add(IdentityRules.NewKey(now))
            : _customers.Find(IdentityRules.Oldest(owners.Select(owner => owner.Key)))!;
        foreach (IdentityOwner owner in owners.Where(owner => owner != survivor))
        {
            Merge((MemoryCustomer)owner, survivor);
        }

        foreach (IdentityClaim claim in claims.Where(claim => !claim.IsLeftAlone))
        {
            _customers.Bind(claim.Name, survivor, time);
        }

        return survivor;
    }

    private void Merge(MemoryCustomer from, MemoryCustomer into)
    {
        _customers.Merge(from, into);
        if (_handlers.Length > 0)
        {
            // Handlers that were not called for an earlier merge are called with the current survivor.
            List<CustomersMerged> untold = into.Untold ??= [];
            untold.AddRange((from.Untold ?? []).Select(merged => merged with { Survivor = into.Key }));
            untold.Add(new() { Survivor = into.Key, Merged = from.Key });
        }
    }

    private async ValueTask<CustomerKey> TellAsync(CustomerIdentity identity, CustomersMerged[] untold, CancellationToken cancellationToken)
    {
        foreach (CustomersMerged merged in untold)
        {
            foreach (ICustomersMergedHandler handler in _handlers)
            {
                await handler.HandleAsync(merged, cancellationToken).ConfigureAwait(false);
            }

            lock (_gate)
            {
                if (_customers.Find(merged.Merged) is { Untold: { } left } customer && left.Remove(merged) && left.Count == 0)
                {
                    customer.Untold = null;
                }
            }
        }

        // The customer may have been merged meanwhile.
        return await ResolveAsync(identity, cancellationToken).ConfigureAwait(false);
    }
}
