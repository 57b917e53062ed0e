namespace WhatsCommerce.Storefronts;

/// <summary>Stores conversations and their entries.</summary>
/// <remarks>
/// Each operation is small enough to map to SQL statements, and is limited to one shop. Money is stored in minor units, times in Unix
/// milliseconds. A completed write must be visible to every later read, from any instance. The default store is the database of the app;
/// without a database it is <see cref="MemoryConversationStore"/>.
/// </remarks>
public interface IConversationStore
{
    /// <summary>Writes a step atomically.</summary>
    /// <param name="step">The step.</param>
    /// <param name="cancellationToken">Cancels the call; the step may have been written nevertheless.</param>
    /// <returns>
    /// <see langword="false"/> if the version of a row does not match, or a row to insert already exists; nothing is written then.
    /// </returns>
    Task<bool> WriteAsync(ConversationStep step, CancellationToken cancellationToken = default);

    /// <summary>Finds the conversation with a customer.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The conversation; <see langword="null"/> when there is none.</returns>
    Task<CustomerConversation?> FindAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken = default);

    /// <summary>Finds the conversation by the last address of its customer, whatever the format of a phone number.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="to">The address.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The most recently changed conversation; <see langword="null"/> when there is none.</returns>
    Task<CustomerConversation?> FindByRecipientAsync(string shopId, Recipient to, CancellationToken cancellationToken = default);

    /// <summary>Lists conversations, the one with the newest message first.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="query">The filter.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The conversations.</returns>
    Task<IReadOnlyList<CustomerConversation>> ListAsync(
        string shopId, ConversationQuery query, CancellationToken cancellationToken = default);

    /// <summary>Lists conversations that are due to return from a person to the storefront, earliest first.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="now">The time.</param>
    /// <param name="limit">The maximum number of items.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The customers.</returns>
    Task<IReadOnlyList<CustomerKey>> ListDueAsync(
        string shopId, DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>Finds an entry.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="id">The id of the entry.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The entry; <see langword="null"/> when there is none.</returns>
    Task<ConversationEntry?> FindEntryAsync(string shopId, string id, CancellationToken cancellationToken = default);

    /// <summary>Lists the entries of a conversation, the newest first.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="query">The filter.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The entries.</returns>
    Task<IReadOnlyList<ConversationEntry>> ListEntriesAsync(
        string shopId, CustomerKey customer, ConversationEntryQuery query, CancellationToken cancellationToken = default);

    /// <summary>Deletes the texts of entries, and previews of conversations, that are older than a time.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="before">The time.</param>
    /// <param name="limit">The maximum number of entries.</param>
    /// <param name="cancellationToken">Cancels the call; texts that were already deleted stay deleted.</param>
    /// <returns>The number of entries whose text was deleted.</returns>
    Task<int> RemoveTextsAsync(string shopId, DateTimeOffset before, int limit, CancellationToken cancellationToken = default);

    /// <summary>Moves the entries of a customer to the surviving customer, and deletes the former conversation. Idempotent.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="merged">The keys.</param>
    /// <param name="survivor">The merged conversation, with the version that was read; <see langword="null"/> for no change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see langword="false"/> if the version of the conversation does not match; nothing is written then.</returns>
    Task<bool> MergeCustomersAsync(
        string shopId, CustomersMerged merged, CustomerConversation? survivor, CancellationToken cancellationToken = default);

    /// <summary>Stores a typing indicator, and deletes those that are older than a minute.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="writing">The typing indicator.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that completes when it is stored for all instances.</returns>
    Task WriteAsync(string shopId, ConversationTyping writing, CancellationToken cancellationToken = default);

    /// <summary>Lists the typing indicators since a time.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="since">The exclusive start time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The typing indicators, one per conversation and person, in any order.</returns>
    Task<IReadOnlyList<ConversationTyping>> ListTypingAsync(
        string shopId, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>Deletes a conversation with its entries.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that represents the work.</returns>
    Task RemoveCustomerAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken = default);
}
