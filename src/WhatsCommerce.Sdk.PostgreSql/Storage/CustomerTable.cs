using System.Buffers.Binary;

namespace WhatsCommerce.Webhooks;

/// <inheritdoc cref="ICustomerTable"/>
internal sealed class CustomerTable(Database database, CustomerStatements statements) : ICustomerTable
{
    private const int MostNamesOfACall = 256;

    // Customers who write at the same time share a round trip; each needs one whenever the cache entry expires.
    private readonly GroupedCalls<List<IdentityClaim>, List<StoredName>> _reads = new(
        async asked =>
        {
            List<StoredName> rows = await database
                .QueryByIndexAsync(statements.Owners, [Names(asked.SelectMany(static one => one))], Read, CancellationToken.None)
                .ConfigureAwait(false);
            ILookup<string, StoredName> found = rows.ToLookup(static row => Convert.ToHexString(row.Hash));
            return
            [
                .. asked.Select(List<StoredName> (one) =>
                    [.. one.SelectMany(claim => found[Convert.ToHexString(StoredName.HashOf(claim.Name))])]),
            ];
        },
        MostNamesOfACall,
        static claims => claims.Count);

    public async ValueTask<List<CustomerRow>> FillInAsync(List<IdentityClaim> claims, CancellationToken cancellationToken) =>
        StoredName.FillIn(claims, await _reads.CallAsync(claims).WaitAsync(cancellationToken).ConfigureAwait(false));

    public async ValueTask<Guid?> GetCurrentAsync(Guid id, CancellationToken cancellationToken) =>
        await database.QueryAsync(statements.Current, [Parameter.Of(id)], static row => row.GetGuid(0), cancellationToken)
            .ConfigureAwait(false) is [var current]
            ? current
            : null;

    public async ValueTask MarkToldAsync(Guid merged, Guid survivor, CancellationToken cancellationToken) => await database.ExecuteAsync(
        statements.MarkTold, [Parameter.Of(merged), Parameter.Of(survivor)], cancellationToken).ConfigureAwait(false);

    public async ValueTask DeleteAsync(Guid id, CancellationToken cancellationToken) => await database.TransactAsync(
        async connection =>
        {
            // Two statements, so that the second one sees what was stored while the first one waited.
            Guid[] keys = [id];
            await Database
                .ExecuteAsync(connection, statements.LockCustomers, [Parameter.Of(keys)], cancellationToken).ConfigureAwait(false);
            return await Database.ExecuteAsync(connection, statements.Forget, [Parameter.Of(id)], cancellationToken).ConfigureAwait(false);
        },
        cancellationToken).ConfigureAwait(false);

    public ValueTask<LearnedCustomer?> LearnAsync(
        CustomerIdentity identity, DateTimeOffset now, bool mayMerge, CancellationToken cancellationToken) =>
        database.TransactAsync(connection => LearnAsync(connection, identity, now, mayMerge, cancellationToken), cancellationToken);

    private async ValueTask<LearnedCustomer?> LearnAsync(
        NpgsqlConnection connection, CustomerIdentity identity, DateTimeOffset now, bool mayMerge, CancellationToken cancellationToken)
    {
        List<IdentityClaim> claims = IdentityRules.Claims(identity);
        await LockAsync(connection, claims, mayMerge, cancellationToken).ConfigureAwait(false);
        LearnedCustomer learned = LearnedCustomer.Of(identity, claims, now);
        NpgsqlParameter Customer() => Parameter.Of(learned.Customer.Id);
        if (learned.Others.Count > 0 && !mayMerge)
        {
            return null;
        }

        if (learned.IsNew)
        {
            await Database.ExecuteAsync(connection, statements.Add, [Customer()], cancellationToken).ConfigureAwait(false);
        }

        if (learned.Others.Count > 0)
        {
            Guid[] merged = [.. learned.Others.Select(other => other.Id)];
            await Database.ExecuteAsync(
                connection, statements.Merge, [Customer(), Parameter.Of(merged)], cancellationToken).ConfigureAwait(false);
            learned.Others.ForEach(other => other.Untold.Add(other.Id));
        }

        string[] kinds = [.. learned.Bound.Select(claim => StoredName.KindOf(claim.Name))];
        await Database.ExecuteAsync(
            connection,
            statements.Bind,
            [Names(learned.Bound), Parameter.Of(kinds), Customer(), Parameter.Of(learned.Time)],
            cancellationToken).ConfigureAwait(false);
        return learned;
    }

    /// <summary>
    /// Waits for other transactions that decide about the same ids or customers, and then reads the owners of the ids again.
    /// </summary>
    /// <remarks>
    /// Every change locks its own ids and customers, in order. A merge changes ids that its webhook does not contain, so it locks the whole
    /// scope: merges are rare, and short.
    /// </remarks>
    private async ValueTask LockAsync(
        NpgsqlConnection connection, List<IdentityClaim> claims, bool mayMerge, CancellationToken cancellationToken)
    {
        string lockScope = mayMerge ? statements.LockScope : statements.ShareScope;
        long scope = Number(StoredText.Hash(claims[0].Name.Scope));
        await Database.ExecuteAsync(connection, lockScope, [Parameter.Of(scope)], cancellationToken).ConfigureAwait(false);
        long[] numbers = [.. claims.Select(claim => Number(StoredName.HashOf(claim.Name))).Distinct().Order()];
        await Database.ExecuteAsync(connection, statements.LockNames, [Parameter.Of(numbers)], cancellationToken).ConfigureAwait(false);
        Guid[] keys = [.. (await FillInAsync().ConfigureAwait(false)).Select(owner => owner.Id)];
        if (keys.Length > 0)
        {
            await Database
                .ExecuteAsync(connection, statements.LockCustomers, [Parameter.Of(keys)], cancellationToken).ConfigureAwait(false);
            await FillInAsync().ConfigureAwait(false);
        }

        static long Number(byte[] hash) => BinaryPrimitives.ReadInt64BigEndian(hash);

        async ValueTask<List<CustomerRow>> FillInAsync() => StoredName.FillIn(
            claims,
            await Database
                .QueryAsync(connection, statements.Owners, [Names(claims)], Read, cancellationToken).ConfigureAwait(false));
    }

    private static StoredName Read(NpgsqlDataReader row) => new(
        row.GetFieldValue<byte[]>(0),
        row.GetFieldValue<DateTimeOffset>(2),
        new(
            row.GetGuid(1),
            row.GetBoolean(3),
            row.GetBoolean(4),
            row.GetBoolean(5),
            row.IsDBNull(6) ? [] : [.. row.GetFieldValue<Guid[]>(6)]));

    private static NpgsqlParameter Names(IEnumerable<IdentityClaim> claims) =>
        Parameter.Of(claims.Select(claim => StoredName.HashOf(claim.Name)).ToArray());
}
