namespace WhatsCommerce.Webhooks;

/// <inheritdoc cref="ICustomerTable"/>
/// <remarks>A transaction locks the whole file, so that no further locks are necessary.</remarks>
internal sealed class CustomerTable(SqliteFile file, CustomerStatements statements) : ICustomerTable
{
    public ValueTask<List<CustomerRow>> FillInAsync(List<IdentityClaim> claims, CancellationToken cancellationToken) =>
        file.RunAsync(open => FillIn(open, claims), cancellationToken);

    public async ValueTask<LearnedCustomer?> LearnAsync(
        CustomerIdentity identity, DateTimeOffset now, bool mayMerge, CancellationToken cancellationToken) =>
        await file.TransactAsync(open => Learn(open, identity, now, mayMerge), cancellationToken).ConfigureAwait(false);

    public ValueTask<Guid?> GetCurrentAsync(Guid id, CancellationToken cancellationToken) => file.RunAsync<Guid?>(
        open => open.Query(statements.Current, static row => Stored.ReadGuid(row, 0), Stored.Of(id)) is [Guid current] ? current : null,
        cancellationToken);

    public async ValueTask MarkToldAsync(Guid merged, Guid survivor, CancellationToken cancellationToken) => await file.RunAsync(
        open => open.Execute(statements.MarkTold, Stored.Of(merged), Stored.Of(survivor)), cancellationToken).ConfigureAwait(false);

    public async ValueTask DeleteAsync(Guid id, CancellationToken cancellationToken) => await file.TransactAsync(
        open => open.Execute(statements.ForgetNames, Stored.Of(id)) + open.Execute(statements.Forget, Stored.Of(id)),
        cancellationToken).ConfigureAwait(false);

    private LearnedCustomer? Learn(SqliteFile open, CustomerIdentity identity, DateTimeOffset now, bool mayMerge)
    {
        List<IdentityClaim> claims = IdentityRules.Claims(identity);
        FillIn(open, claims);
        LearnedCustomer learned = LearnedCustomer.Of(identity, claims, now);
        byte[] customer = Stored.Of(learned.Customer.Id);
        if (learned.Others.Count > 0 && !mayMerge)
        {
            return null;
        }

        if (learned.IsNew)
        {
            open.Execute(statements.Add, customer, Stored.Of(now));
        }

        foreach (CustomerRow other in learned.Others)
        {
            open.Execute(statements.MergeNames, customer, Stored.Of(other.Id));
            open.Execute(statements.Merge, customer, Stored.Of(other.Id));
            other.Untold.Add(other.Id);
        }

        foreach (IdentityClaim claim in learned.Bound)
        {
            open.Execute(
                statements.Bind,
                StoredName.HashOf(claim.Name),
                StoredName.KindOf(claim.Name),
                customer,
                Stored.Of(learned.Time));
        }

        return learned;
    }

    private List<CustomerRow> FillIn(SqliteFile open, List<IdentityClaim> claims)
    {
        List<StoredName> names = [];
        foreach (IdentityClaim claim in claims)
        {
            names.AddRange(open.Query(statements.Owner, Read, StoredName.HashOf(claim.Name)));
        }

        List<CustomerRow> owners = StoredName.FillIn(claims, names);
        foreach (CustomerRow owner in owners)
        {
            owner.Untold.AddRange(open.Query(statements.Untold, static row => Stored.ReadGuid(row, 0), Stored.Of(owner.Id)));
        }

        return owners;
    }

    private static StoredName Read(SqliteDataReader row) => new(
        row.GetFieldValue<byte[]>(0),
        Stored.ReadTime(row, 2),
        new(Stored.ReadGuid(row, 1), row.GetBoolean(3), row.GetBoolean(4), row.GetBoolean(5), untold: []));
}
