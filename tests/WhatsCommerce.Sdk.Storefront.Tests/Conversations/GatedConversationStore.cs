using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Conversations;

/// <summary>Conversations in memory whose writes can be made to wait, so that two come in the order that a test says.</summary>
internal sealed class GatedConversationStore(IConversationStore inner) : IConversationStore
{
    /// <summary>Awaited before a step is written.</summary>
    public Func<ConversationStep, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called after a step was written.</summary>
    public Action<ConversationStep> After { get; set; } = _ => { };

    public async Task<bool> WriteAsync(ConversationStep step, CancellationToken cancellationToken = default)
    {
        await Before(step);
        if (!await inner.WriteAsync(step, cancellationToken))
        {
            return false;
        }

        After(step);
        return true;
    }

    public Task<CustomerConversation?> FindAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken = default) =>
        inner.FindAsync(shopId, customer, cancellationToken);

    public Task<CustomerConversation?> FindByRecipientAsync(
        string shopId, Recipient to, CancellationToken cancellationToken = default) =>
        inner.FindByRecipientAsync(shopId, to, cancellationToken);

    public Task<IReadOnlyList<CustomerConversation>> ListAsync(
        string shopId, ConversationQuery query, CancellationToken cancellationToken = default) =>
        inner.ListAsync(shopId, query, cancellationToken);

    public Task<IReadOnlyList<CustomerKey>> ListDueAsync(
        string shopId, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        inner.ListDueAsync(shopId, now, limit, cancellationToken);

    public Task<ConversationEntry?> FindEntryAsync(string shopId, string id, CancellationToken cancellationToken = default) =>
        inner.FindEntryAsync(shopId, id, cancellationToken);

    public Task<IReadOnlyList<ConversationEntry>> ListEntriesAsync(
        string shopId, CustomerKey customer, ConversationEntryQuery query, CancellationToken cancellationToken = default) =>
        inner.ListEntriesAsync(shopId, customer, query, cancellationToken);

    public Task<int> RemoveTextsAsync(string shopId, DateTimeOffset before, int limit, CancellationToken cancellationToken = default) =>
        inner.RemoveTextsAsync(shopId, before, limit, cancellationToken);

    public Task<bool> MergeCustomersAsync(
        string shopId, CustomersMerged merged, CustomerConversation? survivor, CancellationToken cancellationToken = default) =>
        inner.MergeCustomersAsync(shopId, merged, survivor, cancellationToken);

    public Task WriteAsync(string shopId, ConversationTyping writing, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(shopId, writing, cancellationToken);

    public Task<IReadOnlyList<ConversationTyping>> ListTypingAsync(
        string shopId, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        inner.ListTypingAsync(shopId, since, cancellationToken);

    public Task RemoveCustomerAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken = default) =>
        inner.RemoveCustomerAsync(shopId, customer, cancellationToken);
}
