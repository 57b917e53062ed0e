namespace WhatsCommerce;

/// <summary>Records what was sent under which <c>SendOptions.OnceKey</c> (an idempotency key), so that nothing is sent twice.</summary>
/// <remarks>
/// <para>The intent is stored before the message is posted, the receipt after it. A send that ends without a response stays
/// <see cref="SendState.Unknown"/> under its key until a status reports it or somebody who knows the outcome resolves it. A send that was
/// rejected or never written releases the key. An intent whose lease expired without a result counts as unknown, too: it may have been
/// posted.</para>
/// <para>Sent messages are remembered for at least seven days, as long as Meta redelivers events; sends with unknown outcome, until they
/// are resolved.</para>
/// <para>When a task completes, its change must be as durable as the guarantee that is built on it. Implementations must be thread-safe.
/// When <see cref="TryBeginAsync"/> throws, nothing is sent.</para>
/// <para>Later versions may add members, each with a default implementation, so that existing stores keep working.</para>
/// </remarks>
public interface ISendLedger
{
    /// <summary>Stores an intent, unless the key is taken. Of several concurrent calls one gets <see cref="SendState.Begun"/>.</summary>
    /// <param name="intent">
    /// The message to be sent. A repeated call with the same <see cref="SendIntent.Attempt"/> also returns begun.
    /// </param>
    /// <param name="lease">The time after which the sender is assumed to be gone unless it reports a result.</param>
    /// <param name="cancellationToken">A token to cancel the operation; the intent may have been stored.</param>
    /// <returns><see cref="SendRecord.Begun"/>, or the state of the send that has taken the key.</returns>
    ValueTask<SendRecord> TryBeginAsync(SendIntent intent, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Records that Meta accepted the message.</summary>
    /// <param name="intent">The intent that was begun.</param>
    /// <param name="messageId">The id of the message.</param>
    /// <param name="receipt">Returned as <see cref="SendRecord.Receipt"/>; opaque to the ledger.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether the key still belonged to this attempt, even if its lease expired or a status reported it meanwhile.</returns>
    ValueTask<bool> CompleteAsync(
        SendIntent intent, MessageId messageId, ReadOnlyMemory<byte> receipt, CancellationToken cancellationToken = default);

    /// <summary>Records that nothing was sent, which frees the key.</summary>
    /// <param name="intent">The intent that was begun, or perhaps was not.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether the key still belonged to this attempt, and was open.</returns>
    ValueTask<bool> ReleaseAsync(SendIntent intent, CancellationToken cancellationToken = default);

    /// <summary>Records that the outcome of the send is unknown.</summary>
    /// <param name="intent">The intent that was begun.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether the key still belonged to this attempt, and was open.</returns>
    ValueTask<bool> MarkUnknownAsync(SendIntent intent, CancellationToken cancellationToken = default);

    /// <summary>Resolves an open send (under way or unknown) as sent, with a status that reports it.</summary>
    /// <remarks>
    /// The send is found by <see cref="ReportedSend.Key"/>. If the app set its own callback data, it is found by that, provided that the
    /// data belongs to only this one send of the ledger and the recipient is the same; so do not use the same callback data for several
    /// messages.
    /// </remarks>
    /// <param name="reported">The message.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether a send was resolved.</returns>
    ValueTask<bool> ResolveAsync(ReportedSend reported, CancellationToken cancellationToken = default);

    /// <summary>Resolves a send with an unknown outcome, after somebody has found out whether it was sent.</summary>
    /// <param name="key">The key of the send.</param>
    /// <param name="sentAs">
    /// The id of the sent message; absent if it was not sent, which frees the key so that it can be sent again.
    /// </param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>Whether a send was resolved. A send that is under way is not released, and one that was sent stays sent.</returns>
    ValueTask<bool> ResolveAsync(SendKey key, MessageId sentAs, CancellationToken cancellationToken = default);

    /// <summary>Deletes the sends to recipients who request it. Sends with an unknown outcome stay until they are resolved.</summary>
    /// <remarks>A ledger that does not override this method deletes them when their retention ends.</remarks>
    /// <param name="recipients">The hashes of the recipients: <see cref="SendIntent.HashOf(Recipient)"/>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    ValueTask ForgetAsync(IReadOnlyList<string> recipients, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}
