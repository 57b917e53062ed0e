using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;

namespace WhatsCommerce.Webhooks;

/// <summary>Knows in PostgreSQL which numbers and user ids are one customer's: across restarts, and for all instances that share the database.</summary>
/// <remarks>
/// <para>Registered by <c>UsePostgreSql</c>; the tables are made by <see cref="PostgreSqlWebhookStore.CreateTablesAsync"/>. Numbers and ids
/// are stored as hashes. They are kept until <see cref="ForgetAsync"/>.</para>
/// <para>A customer who is known takes no round trip for <see cref="PostgreSqlWebhookOptions.CustomerCacheDuration"/>, and one after that.
/// Whatever is new is decided in a transaction, one after the other for the same ids, so that two instances come to one key. Merges are part of
/// it, and <see cref="ICustomersMergedHandler"/>s are told after the commit.</para>
/// </remarks>
public sealed class PostgreSqlCustomerIdentities : ICustomerIdentities
{
    private readonly Database _database;
    private readonly CustomerStatements _statements;
    private readonly CustomerCache _cache;
    private readonly ICustomersMergedHandler[] _handlers;
    private readonly TimeProvider _time;

    /// <summary>Makes identities over a database.</summary>
    /// <param name="dataSource">The database. It is not disposed with this.</param>
    /// <param name="handlers">Who is told of merges, in this order.</param>
    /// <param name="options">Names and times; the usual ones unless given.</param>
    /// <param name="timeProvider">The clock; the system's unless given.</param>
    /// <exception cref="OptionsValidationException">An option is wrong; the message says which and how.</exception>
    public PostgreSqlCustomerIdentities(
        NpgsqlDataSource dataSource,
        IEnumerable<ICustomersMergedHandler>? handlers = null,
        PostgreSqlWebhookOptions? options = null,
        TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        options = PostgreSqlWebhookOptionsValidator.Checked(options);
        _time = timeProvider ?? TimeProvider.System;
        Tables tables = new(options);
        _database = new(dataSource, tables, nameof(PostgreSqlWebhookStore));
        _statements = new(tables);
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
            FillIn(claims, await _database.QueryAsync(_statements.Owners, Names(claims), Read, cancellationToken).ConfigureAwait(false));
        }

        return claims.Find(claim => claim.Owner is not null)?.Owner!.Key ?? default;
    }

    /// <inheritdoc/>
    public async ValueTask<CustomerKey> GetCurrentAsync(CustomerKey key, CancellationToken cancellationToken = default) =>
        CustomerRow.ToId(key) is { } id
        && await _database.QueryAsync(_statements.Current, [Parameter.Of(id)], static row => row.GetGuid(0), cancellationToken)
            .ConfigureAwait(false) is [var current]
            ? CustomerRow.ToKey(current)
            : key;

    /// <inheritdoc/>
    public async ValueTask ForgetAsync(CustomerKey key, CancellationToken cancellationToken = default)
    {
        if (CustomerRow.ToId(await GetCurrentAsync(key, cancellationToken).ConfigureAwait(false)) is { } id)
        {
            await _database.TransactAsync(
                async connection =>
                {
                    // Apart, so that the second statement sees what was learned while the first one waited.
                    Guid[] keys = [id];
                    await Database.ExecuteAsync(connection, _statements.LockCustomers, [Parameter.Of(keys)], cancellationToken).ConfigureAwait(false);
                    return await Database.ExecuteAsync(connection, _statements.Forget, [Parameter.Of(id)], cancellationToken).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
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

        List<CustomerRow> owners = FillIn(
            claims, await _database.QueryAsync(_statements.Owners, Names(claims), Read, cancellationToken).ConfigureAwait(false));
        if (owners.Count != 1 || claims.Exists(claim => claim.IsPrevious || claim.Owner is null))
        {
            (claims, owners) = await TryLearnAsync(mayMerge: false).ConfigureAwait(false)
                ?? (await TryLearnAsync(mayMerge: true).ConfigureAwait(false))!.Value;
        }

        CustomerRow customer = owners[0];
        foreach (Guid merged in owners.SelectMany(owner => owner.Untold))
        {
            await TellAsync(merged, customer, cancellationToken).ConfigureAwait(false);
        }

        _cache.Remember(claims.Where(claim => !claim.IsLeftAlone).Select(claim => claim.Name), customer.Key);
        return customer.Key;

        ValueTask<(List<IdentityClaim> Claims, List<CustomerRow> Customers)?> TryLearnAsync(bool mayMerge) => _database.TransactAsync(
            connection => LearnAsync(connection, identity, mayMerge, cancellationToken), cancellationToken);
    }

    /// <summary>Decides whose the ids are, and stores it.</summary>
    /// <returns>
    /// The ids, and the customer whose they are; behind it those who were merged into it. <see langword="null"/>, and nothing is stored, when
    /// this may not merge and has to.
    /// </returns>
    private async ValueTask<(List<IdentityClaim> Claims, List<CustomerRow> Customers)?> LearnAsync(
        NpgsqlConnection connection, CustomerIdentity identity, bool mayMerge, CancellationToken cancellationToken)
    {
        List<IdentityClaim> claims = IdentityRules.Claims(identity);
        await LockAsync(connection, claims, mayMerge, cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = _time.GetUtcNow();
        DateTimeOffset time = identity.Time < now ? identity.Time.Value : now;
        List<IdentityOwner> owners = IdentityRules.Decide(claims, time);
        bool isNew = owners.Count == 0;
        CustomerKey key = isNew ? IdentityRules.NewKey(now) : IdentityRules.Oldest(owners.Select(owner => owner.Key));
        CustomerRow customer = isNew
            ? new(CustomerRow.ToId(key)!.Value, hasUserId: false, hasParentUserId: false, hasPhone: false, untold: [])
            : (CustomerRow)owners.Find(owner => owner.Key == key)!;
        List<CustomerRow> others = [.. owners.Cast<CustomerRow>().Where(owner => owner != customer)];
        if (others.Count > 0 && !mayMerge)
        {
            return null;
        }

        if (isNew)
        {
            await Database.ExecuteAsync(connection, _statements.Add, [Parameter.Of(customer.Id)], cancellationToken).ConfigureAwait(false);
        }

        if (others.Count > 0)
        {
            Guid[] merged = [.. others.Select(other => other.Id)];
            await Database.ExecuteAsync(
                connection, _statements.Merge, [Parameter.Of(customer.Id), Parameter.Of(merged)], cancellationToken).ConfigureAwait(false);
            others.ForEach(other => other.Untold.Add(other.Id));
        }

        IdentityClaim[] bound = [.. claims.Where(claim => !claim.IsLeftAlone)];
        await Database.ExecuteAsync(
            connection,
            _statements.Bind,
            [
                Parameter.Of(bound.Select(claim => Hash(claim.Name)).ToArray()),
                Parameter.Of(bound.Select(claim => KindOf(claim.Name)).ToArray()),
                Parameter.Of(customer.Id),
                Parameter.Of(time),
            ],
            cancellationToken).ConfigureAwait(false);
        if (others.Count > 0 || bound.Any(claim => claim.Owner is { } owner && owner.Key != key))
        {
            // Early if the commit fails, which costs some looks into the database.
            _cache.Clear();
        }

        return (claims, (List<CustomerRow>)[customer, .. others]);
    }

    /// <summary>Waits for whoever decides about the same ids or customers, and finds out whose the ids are after that.</summary>
    /// <remarks>
    /// Everything new takes locks of its own ids and customers, in order. A merge touches ids that its webhook does not name, so it has its
    /// scope for itself: merges are rare, and short.
    /// </remarks>
    private async ValueTask LockAsync(NpgsqlConnection connection, List<IdentityClaim> claims, bool mayMerge, CancellationToken cancellationToken)
    {
        long scope = Number(StoredText.Hash(claims[0].Name.Scope));
        await Database.ExecuteAsync(
            connection, mayMerge ? _statements.LockScope : _statements.ShareScope, [Parameter.Of(scope)], cancellationToken).ConfigureAwait(false);
        long[] numbers = [.. claims.Select(claim => Number(Hash(claim.Name))).Distinct().Order()];
        await Database.ExecuteAsync(connection, _statements.LockNames, [Parameter.Of(numbers)], cancellationToken).ConfigureAwait(false);
        Guid[] keys = [.. (await FillInAsync().ConfigureAwait(false)).Select(owner => owner.Id)];
        if (keys.Length > 0)
        {
            await Database.ExecuteAsync(connection, _statements.LockCustomers, [Parameter.Of(keys)], cancellationToken).ConfigureAwait(false);
            await FillInAsync().ConfigureAwait(false);
        }

        static long Number(byte[] hash) => BinaryPrimitives.ReadInt64BigEndian(hash);

        async ValueTask<List<CustomerRow>> FillInAsync() => FillIn(
            claims, await Database.QueryAsync(connection, _statements.Owners, Names(claims), Read, cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask TellAsync(Guid merged, CustomerRow survivor, CancellationToken cancellationToken)
    {
        foreach (ICustomersMergedHandler handler in _handlers)
        {
            await handler.HandleAsync(new() { Survivor = survivor.Key, Merged = CustomerRow.ToKey(merged) }, cancellationToken).ConfigureAwait(false);
        }

        await _database.ExecuteAsync(
            _statements.MarkTold, [Parameter.Of(merged), Parameter.Of(survivor.Id)], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells the claims their owners.</summary>
    /// <returns>The owners.</returns>
    private static List<CustomerRow> FillIn(List<IdentityClaim> claims, List<OwnedName> names)
    {
        Dictionary<Guid, CustomerRow> owners = [];
        foreach (IdentityClaim claim in claims)
        {
            byte[] hash = Hash(claim.Name);
            OwnedName? found = names.Find(name => name.Hash.AsSpan().SequenceEqual(hash));
            claim.Owner = found is null ? null : owners.TryAdd(found.Owner.Id, found.Owner) ? found.Owner : owners[found.Owner.Id];
            claim.Since = found?.Since ?? default;
        }

        return [.. owners.Values];
    }

    private static OwnedName Read(NpgsqlDataReader row) => new(
        row.GetFieldValue<byte[]>(0),
        row.GetFieldValue<DateTimeOffset>(2),
        new(row.GetGuid(1), row.GetBoolean(3), row.GetBoolean(4), row.GetBoolean(5), row.IsDBNull(6) ? [] : [.. row.GetFieldValue<Guid[]>(6)]));

    private static NpgsqlParameter[] Names(List<IdentityClaim> claims) =>
        [Parameter.Of(claims.Select(claim => Hash(claim.Name)).ToArray())];

    // The length stands in it, so that no two names read the same.
    private static byte[] Hash(IdentityName name) => StoredText.Hash(string.Create(
        CultureInfo.InvariantCulture, $"{KindOf(name)}:{name.Scope.Length}:{name.Scope}{name.Id}"));

    private static string KindOf(IdentityName name) => name.Kind switch
    {
        IdentityNameKind.UserId => "user",
        IdentityNameKind.ParentUserId => "parent_user",
        _ => "phone",
    };

    private sealed record OwnedName(byte[] Hash, DateTimeOffset Since, CustomerRow Owner);
}
