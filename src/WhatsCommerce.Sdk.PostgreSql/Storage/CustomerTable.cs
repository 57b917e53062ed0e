using System.Buffers.Binary;
using System.Globalization;
using Npgsql;

namespace WhatsCommerce.Webhooks;

/// <summary>The tables of customers and their ids. The decisions about them are made by <see cref="IdentityRules"/>.</summary>
internal sealed class CustomerTable(Database database, CustomerStatements statements)
{
    /// <summary>Sets the owners of the claims.</summary>
    /// <returns>The owners.</returns>
    public async ValueTask<List<CustomerRow>> FillInAsync(List<IdentityClaim> claims, CancellationToken cancellationToken) => FillIn(
        claims, await database.QueryAsync(statements.Owners, [Names(claims)], Read, cancellationToken).ConfigureAwait(false));

    /// <summary>Follows merges.</summary>
    /// <returns>The current id; <see langword="null"/> when there is no such customer.</returns>
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

    /// <summary>Decides which customer the ids belong to, and stores the decision.</summary>
    /// <returns>
    /// The ids, and the customer they belong to, followed by those merged into it. <see langword="null"/>, with nothing stored, when a
    /// merge is necessary but not allowed.
    /// </returns>
    public ValueTask<(List<IdentityClaim> Claims, List<CustomerRow> Customers)?> LearnAsync(
        CustomerIdentity identity, DateTimeOffset now, bool mayMerge, CancellationToken cancellationToken) =>
        database.TransactAsync(connection => LearnAsync(connection, identity, now, mayMerge, cancellationToken), cancellationToken);

    private async ValueTask<(List<IdentityClaim> Claims, List<CustomerRow> Customers)?> LearnAsync(
        NpgsqlConnection connection, CustomerIdentity identity, DateTimeOffset now, bool mayMerge, CancellationToken cancellationToken)
    {
        List<IdentityClaim> claims = IdentityRules.Claims(identity);
        await LockAsync(connection, claims, mayMerge, cancellationToken).ConfigureAwait(false);
        DateTimeOffset time = identity.Time < now ? identity.Time.Value : now;
        List<IdentityOwner> owners = IdentityRules.Decide(claims, time);
        CustomerKey key = owners.Count == 0 ? IdentityRules.NewKey(now) : IdentityRules.Oldest(owners.Select(owner => owner.Key));
        CustomerRow customer = owners.Find(owner => owner.Key == key) as CustomerRow ?? CustomerRow.New(key);
        List<CustomerRow> others = [.. owners.Cast<CustomerRow>().Where(owner => owner != customer)];
        if (others.Count > 0 && !mayMerge)
        {
            return null;
        }

        if (owners.Count == 0)
        {
            await Database.ExecuteAsync(connection, statements.Add, [Parameter.Of(customer.Id)], cancellationToken).ConfigureAwait(false);
        }

        if (others.Count > 0)
        {
            Guid[] merged = [.. others.Select(other => other.Id)];
            await Database.ExecuteAsync(
                connection, statements.Merge, [Parameter.Of(customer.Id), Parameter.Of(merged)], cancellationToken).ConfigureAwait(false);
            others.ForEach(other => other.Untold.Add(other.Id));
        }

        List<IdentityClaim> bound = claims.FindAll(claim => !claim.IsLeftAlone);
        string[] kinds = [.. bound.Select(claim => KindOf(claim.Name))];
        await Database.ExecuteAsync(
            connection,
            statements.Bind,
            [Names(bound), Parameter.Of(kinds), Parameter.Of(customer.Id), Parameter.Of(time)],
            cancellationToken).ConfigureAwait(false);
        return (claims, (List<CustomerRow>)[customer, .. others]);
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
        long[] numbers = [.. claims.Select(claim => Number(Hash(claim.Name))).Distinct().Order()];
        await Database.ExecuteAsync(connection, statements.LockNames, [Parameter.Of(numbers)], cancellationToken).ConfigureAwait(false);
        Guid[] keys = [.. (await FillInAsync().ConfigureAwait(false)).Select(owner => owner.Id)];
        if (keys.Length > 0)
        {
            await Database
                .ExecuteAsync(connection, statements.LockCustomers, [Parameter.Of(keys)], cancellationToken).ConfigureAwait(false);
            await FillInAsync().ConfigureAwait(false);
        }

        static long Number(byte[] hash) => BinaryPrimitives.ReadInt64BigEndian(hash);

        async ValueTask<List<CustomerRow>> FillInAsync() => FillIn(
            claims,
            await Database
                .QueryAsync(connection, statements.Owners, [Names(claims)], Read, cancellationToken).ConfigureAwait(false));
    }

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
        new(
            row.GetGuid(1),
            row.GetBoolean(3),
            row.GetBoolean(4),
            row.GetBoolean(5),
            row.IsDBNull(6) ? [] : [.. row.GetFieldValue<Guid[]>(6)]));

    private static NpgsqlParameter Names(List<IdentityClaim> claims) => Parameter.Of(claims.Select(claim => Hash(claim.Name)).ToArray());

    // The length is part of the text, so that no two names give the same text.
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
