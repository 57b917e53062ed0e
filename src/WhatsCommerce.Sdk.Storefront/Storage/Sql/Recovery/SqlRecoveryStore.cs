namespace WhatsCommerce.Storefronts;

/// <summary>
/// Stores reminders in a database: each step is one transaction with its cart, order and events.
/// </summary>
internal sealed class SqlRecoveryStore(WhatsCommerceDatabase database, DatabaseReadiness readiness) : IRecoveryStore
{
    private readonly RecoveryStatements _statements = new(database);
    private readonly ShopRows _rows = new(database);
    private readonly OutboxStatements _outbox = new(database);

    public async Task<bool> WriteAsync(RecoveryStep step, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(step);
        List<DatabaseStatement> statements = [];
        if (step.Shop is StorefrontStep shop)
        {
            if (shop is not { Attempts: [], Refunds: [], ProviderEvents: [], Webhook: null })
            {
                throw new ArgumentException("Beside reminders only carts, orders and events are written.", nameof(step));
            }

            // In the same lock order as the shop's own steps, which prevents deadlocks.
            statements.AddRange(shop.Carts.OrderBy(row => row.Id.Value, StringComparer.Ordinal).Select(_rows.Of));
            statements.AddRange(shop.Orders.OrderBy(row => row.Id.Value, StringComparer.Ordinal).Select(_rows.Of));
        }

        if (step.Settings is not null)
        {
            statements.Add(_statements.Write(step.ShopId, step.Settings));
        }

        if (step.Sequence is not null)
        {
            statements.Add(_statements.Write(step.Sequence));
        }

        if (step.Reminder is not null)
        {
            statements.Add(_statements.Write(step.Reminder));
        }

        if (step.Customer is not null)
        {
            statements.Add(_statements.Write(step.Customer));
        }

        statements.AddRange((step.Shop?.Outbox ?? []).Select(_outbox.Insert));
        return statements.Count == 0 || await WriteAsync(statements, cancellationToken).ConfigureAwait(false);
    }

    public Task<RecoverySettings?> FindSettingsAsync(string shopId, CancellationToken cancellationToken = default) =>
        FindAsync(_statements.Settings(shopId), RecoveryStatements.ReadSettings, cancellationToken);

    public Task<RecoverySequence?> FindSequenceAsync(string shopId, CartId cartId, CancellationToken cancellationToken = default) =>
        FindAsync(_statements.Sequence(shopId, cartId), RecoveryStatements.ReadSequence, cancellationToken);

    public Task<RecoveryCustomer?> FindCustomerAsync(
        string shopId, CustomerKey customer, CancellationToken cancellationToken = default) =>
        FindAsync(_statements.Customer(shopId, customer), RecoveryStatements.ReadCustomer, cancellationToken);

    public Task<Reminder?> FindReminderAsync(string shopId, ReminderId id, CancellationToken cancellationToken = default) =>
        FindAsync(_statements.Reminder(shopId, id), RecoveryStatements.ReadReminder, cancellationToken);

    public Task<IReadOnlyList<Reminder>> ListRemindersAsync(
        string shopId, CartId cartId, CancellationToken cancellationToken = default) =>
        ListAsync(_statements.Reminders(shopId, cartId), RecoveryStatements.ReadReminder, cancellationToken);

    public Task<IReadOnlyList<RecoverySequence>> ClaimAsync(
        string shopId, DateTimeOffset now, DateTimeOffset until, int limit, CancellationToken cancellationToken = default) =>
        ListAsync(_statements.Claim(shopId, now, until, limit), RecoveryStatements.ReadSequence, cancellationToken);

    public async Task<int> CountSentAsync(string shopId, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        (await ListAsync(_statements.CountSent(shopId, since), static row => (int)row.GetInt64(0), cancellationToken)
            .ConfigureAwait(false)).Single();

    public async Task<RecoveryTotals> CountAsync(
        string shopId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken = default) => new()
    {
        Reminders = await ListAsync(
            _statements.CountReminders(shopId, from, until), RecoveryStatements.ReadReminderTotal, cancellationToken).ConfigureAwait(false),
        Carts = await ListAsync(
            _statements.CountCarts(shopId, from, until), RecoveryStatements.ReadCartTotal, cancellationToken).ConfigureAwait(false),
    };

    public Task<IReadOnlyList<RecoverySequence>> ListSequencesAsync(
        string shopId, CustomerKey customer, CancellationToken cancellationToken = default) =>
        ListAsync(_statements.Sequences(shopId, customer), RecoveryStatements.ReadSequence, cancellationToken);

    public Task RemoveCustomerAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken = default) =>
        WriteAsync([_statements.Delete(shopId, customer)], cancellationToken);

    public async Task<int> PurgeAsync(
        string shopId, DateTimeOffset before, int limit, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<string> carts = await ListAsync(
            _statements.Ended(shopId, before, limit), static row => row.GetString(0), cancellationToken).ConfigureAwait(false);
        if (carts.Count > 0)
        {
            await WriteAsync([.. carts.SelectMany(cart => _statements.Delete(shopId, cart))], cancellationToken).ConfigureAwait(false);
        }

        return carts.Count;
    }

    public async Task MergeCustomersAsync(string shopId, CustomersMerged merged, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(merged);
        for (int round = 0; round < Rounds.Most; round++)
        {
            List<DatabaseStatement> statements = [.. _statements.Merge(shopId, merged)];
            if (await FindCustomerAsync(shopId, merged.Merged, cancellationToken).ConfigureAwait(false) is RecoveryCustomer old)
            {
                RecoveryCustomer kept = await FindCustomerAsync(shopId, merged.Survivor, cancellationToken).ConfigureAwait(false)
                    ?? new RecoveryCustomer { ShopId = shopId, Customer = merged.Survivor };
                statements.Add(_statements.Write(kept.With(old)));
                statements.Add(_statements.Delete(old));
            }

            if (await WriteAsync(statements, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }

        throw new StorefrontBusyException($"A customer was changed concurrently {Rounds.Most} times in a row.");
    }

    private async Task<bool> WriteAsync(List<DatabaseStatement> statements, CancellationToken cancellationToken)
    {
        await readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await database.WriteAsync(statements, cancellationToken).ConfigureAwait(false) == WhatsCommerceDatabase.Written;
    }

    private async Task<T?> FindAsync<T>(DatabaseStatement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        where T : class => await ListAsync(statement, read, cancellationToken).ConfigureAwait(false) is [T row] ? row : null;

    private async Task<IReadOnlyList<T>> ListAsync<T>(
        DatabaseStatement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await database.ReadAsync(statement, read, cancellationToken).ConfigureAwait(false);
    }
}
