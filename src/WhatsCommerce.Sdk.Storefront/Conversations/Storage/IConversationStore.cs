namespace WhatsCommerce.Storefronts;

/// <summary>Keeps conversations and their entries.</summary>
/// <remarks>
/// Short explicit operations, so that a store for a database is a list of statements. All of them name the shop. Money is kept in minor
/// units, times in unix milliseconds. A write that returned is seen by every later read, from whichever instance. The default is the
/// database of the app; without one, everything is in the memory of the process: <see cref="MemoryConversationStore"/>.
/// </remarks>
public interface IConversationStore
{
    /// <summary>Writes a step, all of it or nothing.</summary>
    /// <param name="step">The step.</param>
    /// <param name="cancellationToken">Cancels the call; the step may have been written all the same.</param>
    /// <returns>
    /// <see langword="false"/>, and nothing is written, when a row has another version than the step says, or one that it inserts exists.
    /// </returns>
    Task<bool> WriteAsync(ConversationStep step, CancellationToken cancellationToken = default);

    /// <summary>Finds the conversation with a customer.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The conversation; <see langword="null"/> when there is none.</returns>
    Task<CustomerConversation?> FindAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken = default);

    /// <summary>Finds the conversation whose customer was written to at an address last, however a phone number is written.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="to">The address.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The conversation that changed last; <see langword="null"/> when there is none.</returns>
    Task<CustomerConversation?> FindByRecipientAsync(string shopId, Recipient to, CancellationToken cancellationToken = default);

    /// <summary>Lists conversations, the one with the newest message first.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The conversations.</returns>
    Task<IReadOnlyList<CustomerConversation>> ListAsync(
        string shopId, ConversationQuery query, CancellationToken cancellationToken = default);

    /// <summary>Lists conversations whose time with a person is over, the earliest first.</summary>
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
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The entries.</returns>
    Task<IReadOnlyList<ConversationEntry>> ListEntriesAsync(
        string shopId, CustomerKey customer, ConversationEntryQuery query, CancellationToken cancellationToken = default);

    /// <summary>Removes the words of entries, and previews of conversations, that are older than a time.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="before">The time.</param>
    /// <param name="limit">At most so many entries.</param>
    /// <param name="cancellationToken">Cancels the call; what was removed stays removed.</param>
    /// <returns>How many entries lost their words.</returns>
    Task<int> RemoveTextsAsync(string shopId, DateTimeOffset before, int limit, CancellationToken cancellationToken = default);

    /// <summary>Moves the entries of a customer to the one that survives, and removes the conversation of the former. Repeatable.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="merged">The keys.</param>
    /// <param name="survivor">The conversation of both, in the version that was read; <see langword="null"/> for no change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see langword="false"/>, and nothing is written, when the conversation has another version.</returns>
    Task<bool> MergeCustomersAsync(
        string shopId, CustomersMerged merged, CustomerConversation? survivor, CancellationToken cancellationToken = default);

    /// <summary>Stores that somebody is writing in a conversation, and drops what is older than a minute.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="writing">Who, where and when.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is stored, for all instances.</returns>
    Task WriteAsync(string shopId, ConversationTyping writing, CancellationToken cancellationToken = default);

    /// <summary>Lists who has been writing since a time.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="since">The time, which is not part of it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Those who write, each conversation and person once, in any order.</returns>
    Task<IReadOnlyList<ConversationTyping>> ListTypingAsync(
        string shopId, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>Removes a conversation with its entries.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that represents the work.</returns>
    Task RemoveCustomerAsync(string shopId, CustomerKey customer, CancellationToken cancellationToken = default);
}
