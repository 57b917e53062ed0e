namespace WhatsCommerce.Storefronts;

/// <summary>
/// Stores conversations in a database: each step is one transaction, which includes the completion of its webhook.
/// </summary>
internal sealed class SqlConversationStore(WhatsCommerceDatabase database, IWebhookStore? webhooks, DatabaseReadiness readiness)
    : IConversationStore
{
    private readonly ConversationStatements _statements = new(database);
    private readonly OutboxStatements _outbox = new(database);
    private readonly WebhookCommit _commit = new(database, webhooks, readiness);

    public Task<bool> WriteAsync(ConversationStep step, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(step);

        // The conversation is written first: its row is the lock for its entries.
        return _commit.WriteAsync(
            [
                _statements.Write(step.Conversation),
                .. step.Entries.OrderBy(entry => entry.Id, StringComparer.Ordinal).Select(_statements.Write),
                .. step.Outbox.Select(_outbox.Insert),
            ],
            step.Webhook,
            cancellationToken);
    }

    public async Task<CustomerConversation?> FindAsync(
        string shopId, CustomerKey customer, CancellationToken cancellationToken = default) =>
        await ListAsync(_statements.Find(shopId, customer), ConversationStatements.ReadConversation, cancellationToken)
            .ConfigureAwait(false) is [CustomerConversation found] ? found : null;

    public async Task<CustomerConversation?> FindByRecipientAsync(
        string shopId, Recipient to, CancellationToken cancellationToken = default) =>
        await ListAsync(_statements.FindByRecipient(shopId, to), ConversationStatements.ReadConversation, cancellationToken)
            .ConfigureAwait(false) is [CustomerConversation found] ? found : null;

    public Task<IReadOnlyList<CustomerConversation>> ListAsync(
        string shopId, ConversationQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ListAsync(_statements.List(shopId, query), ConversationStatements.ReadConversation, cancellationToken);
    }

    public Task<IReadOnlyList<CustomerKey>> ListDueAsync(
        string shopId, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        ListAsync(_statements.Due(shopId, now, limit), static row => new CustomerKey(row.GetString(0)), cancellationToken);

    public async Task<ConversationEntry?> FindEntryAsync(string shopId, string id, CancellationToken cancellationToken = default) =>
        await ListAsync(_statements.FindEntry(shopId, id), ConversationStatements.ReadEntry, cancellationToken)
            .ConfigureAwait(false) is [ConversationEntry found] ? found : null;

    public Task<IReadOnlyList<ConversationEntry>> ListEntriesAsync(
        string shopId, CustomerKey customer, ConversationEntryQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ListAsync(_statements.Entries(shopId, customer, query), ConversationStatements.ReadEntry, cancellationToken);
    }

    public async Task<int> RemoveTextsAsync(
        string shopId, DateTimeOffset before, int limit, CancellationToken cancellationToken = default)
    {
        int removed = (await ListAsync(_statements.RemoveContents(shopId, before, limit), static _ => true, cancellationToken)
            .ConfigureAwait(false)).Count;
        await _commit.WriteAsync([_statements.RemovePreviews(shopId, before)], webhook: null, cancellationToken).ConfigureAwait(false);
        return removed;
    }

    public Task<bool> MergeCustomersAsync(
        string shopId, CustomersMerged merged, CustomerConversation? survivor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(merged);
        return _commit.WriteAsync(
            [
                .. survivor is null ? (DatabaseStatement[])[] : [_statements.Write(survivor)],
                _statements.MoveEntries(shopId, merged),
                _statements.RemoveConversation(shopId, merged.Merged),
            ],
            webhook: null,
            cancellationToken);
    }

    public Task WriteAsync(string shopId, ConversationTyping writing, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(writing);
        return _commit.WriteAsync(
            [
                _statements.Write(shopId, writing),
                _statements.ForgetWriting(shopId, writing.At - ConversationTables.WritingKept),
            ],
            webhook: null,
            cancellationToken);
    }

    public Task<IReadOnlyList<ConversationTyping>> ListTypingAsync(
        string shopId, DateTimeOffset since, CancellationToken cancellationToken = default) => ListAsync(
        _statements.ListWriting(shopId, since),
        static row => new ConversationTyping
        {
            Customer = new CustomerKey(row.GetString(0)),
            By = row.GetString(1),
            At = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        },
        cancellationToken);

    public Task RemoveCustomerAsync(
        string shopId, CustomerKey customer, CancellationToken cancellationToken = default) => _commit.WriteAsync(
        [
            _statements.RemoveConversation(shopId, customer),
            _statements.RemoveEntries(shopId, customer),
            _statements.RemoveWriting(shopId, customer),
        ],
        webhook: null,
        cancellationToken);

    private async Task<IReadOnlyList<T>> ListAsync<T>(
        DatabaseStatement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await readiness.PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await database.ReadAsync(statement, read, cancellationToken).ConfigureAwait(false);
    }
}
