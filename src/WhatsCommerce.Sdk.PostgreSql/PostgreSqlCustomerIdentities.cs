using Microsoft.Extensions.Options;
using Npgsql;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce;

/// <summary>
/// An <see cref="ICustomerIdentities"/> in PostgreSQL: survives restarts, and is shared by all instances that use the database.
/// </summary>
/// <remarks>
/// <para>Registered by <c>UsePostgreSql</c>; <see cref="PostgreSqlWebhookStore.CreateTablesAsync"/> creates the tables. Phone numbers and
/// ids are stored as hashes. They are kept until <see cref="DeleteAsync"/>.</para>
/// <para>Resolving a known customer takes no round trip for <see cref="PostgreSqlOptions.CustomerCacheDuration"/>, and one after
/// that. Anything new is decided in a transaction, serialized for the same ids, so that two instances arrive at one key. Merges are part of
/// the transaction, and <see cref="ICustomersMergedHandler"/>s are called after the commit.</para>
/// </remarks>
public sealed class PostgreSqlCustomerIdentities : ICustomerIdentities
{
    private readonly CustomerTable _table;
    private readonly CustomerCache _cache;
    private readonly ICustomersMergedHandler[] _handlers;
    private readonly TimeProvider _time;

    /// <summary>Initializes the identities over a database.</summary>
    /// <param name="dataSource">The database. It is not disposed with this object.</param>
    /// <param name="handlers">The handlers of merges, called in this order.</param>
    /// <param name="options">Names and times; <see langword="null"/> for the defaults.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> for the system clock.</param>
    /// <exception cref="OptionsValidationException">An option is invalid; the message says which and how.</exception>
    public PostgreSqlCustomerIdentities(
        NpgsqlDataSource dataSource,
        IEnumerable<ICustomersMergedHandler>? handlers = null,
        PostgreSqlOptions? options = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        options = PostgreSqlWebhookOptionsValidator.Checked(options);
        _time = timeProvider ?? TimeProvider.System;
        Tables tables = new(options);
        _table = new(new(dataSource, tables, nameof(PostgreSqlWebhookStore)), new(tables));
        _cache = new(options.CustomerCacheDuration, _time);
        _handlers = [.. handlers ?? []];
    }

    /// <inheritdoc/>
    public ValueTask<CustomerKey> ResolveAsync(CustomerIdentity identity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identity);
        CustomerKey known = _cache.Find(identity);
        return known.HasValue ? new(known) : AskAsync(identity, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<CustomerKey> FindAsync(CustomerIdentity identity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identity);
        List<IdentityClaim> claims = IdentityRules.Claims(identity);
        if (claims.Count > 0)
        {
            await _table.FillInAsync(claims, cancellationToken).ConfigureAwait(false);
        }

        return claims.Find(claim => claim.Owner is not null)?.Owner!.Key ?? default;
    }

    /// <inheritdoc/>
    public async ValueTask<CustomerKey> GetCurrentAsync(CustomerKey key, CancellationToken cancellationToken = default) =>
        CustomerRow.ToId(key) is { } id && await _table.GetCurrentAsync(id, cancellationToken).ConfigureAwait(false) is { } current
            ? CustomerRow.ToKey(current)
            : key;

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(CustomerKey key, CancellationToken cancellationToken = default)
    {
        if (CustomerRow.ToId(await GetCurrentAsync(key, cancellationToken).ConfigureAwait(false)) is { } id)
        {
            await _table.DeleteAsync(id, cancellationToken).ConfigureAwait(false);
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
        List<CustomerRow> owners = await _table.FillInAsync(claims, cancellationToken).ConfigureAwait(false);
        if (owners.Count != 1 || claims.Exists(claim => claim.IsPrevious || claim.Owner is null))
        {
            DateTimeOffset now = _time.GetUtcNow();
            (claims, owners) = await _table.LearnAsync(identity, now, mayMerge: false, cancellationToken).ConfigureAwait(false)
                ?? (await _table.LearnAsync(identity, now, mayMerge: true, cancellationToken).ConfigureAwait(false))!.Value;
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

        await _table.MarkToldAsync(merged, survivor.Id, cancellationToken).ConfigureAwait(false);
    }
}
