namespace WhatsCommerce;

/// <summary>Remembers what was sent under which <c>SendOptions.OnceKey</c>, so that nothing is sent twice: the memory of sends.</summary>
/// <remarks>
/// <para>The intent is stored before the message is posted, the receipt after it. What ends without an answer stays
/// <see cref="SendState.Unknown"/> under its key until a status reports it or somebody who knows resolves it; what was refused or never
/// written frees the key. An intent whose sender fell silent (its lease is over) counts as unknown, too: it may have been posted.</para>
/// <para>What was sent is remembered for at least seven days, as long as Meta delivers events again; what is unknown, until it is resolved.</para>
/// <para>Everything must be as durable as the promise that is built on it when the task completes. All members are called side by side from
/// many threads. An exception of <see cref="TryBeginAsync"/> means that nothing is sent.</para>
/// </remarks>
public interface ISendLedger
{
    /// <summary>Stores an intent, unless the key is taken. Of several at the same time one gets <see cref="SendState.Begun"/>.</summary>
    /// <param name="intent">What is to be sent. Given twice with the same <see cref="SendIntent.Attempt"/>, it is begun twice.</param>
    /// <param name="lease">After how long the sender is held to be gone when it says no more.</param>
    /// <param name="cancellationToken">Gives the call up; the intent may have been stored.</param>
    /// <returns><see cref="SendRecord.Begun"/>, or how the send stands that the key is taken by.</returns>
    ValueTask<SendRecord> TryBeginAsync(SendIntent intent, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Stores that Meta took the message over.</summary>
    /// <param name="intent">The intent that was begun.</param>
    /// <param name="messageId">The id of the message.</param>
    /// <param name="receipt">Given back with <see cref="SendRecord.Receipt"/>; means nothing to the ledger.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Whether the key was still this attempt's, whether its lease was over or a status reported it meanwhile.</returns>
    ValueTask<bool> CompleteAsync(
        SendIntent intent, MessageId messageId, ReadOnlyMemory<byte> receipt, CancellationToken cancellationToken = default);

    /// <summary>Stores that nothing was sent: the key is free.</summary>
    /// <param name="intent">The intent that was begun, or perhaps was not.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Whether the key was still this attempt's, and open.</returns>
    ValueTask<bool> ReleaseAsync(SendIntent intent, CancellationToken cancellationToken = default);

    /// <summary>Stores that nobody knows whether it was sent.</summary>
    /// <param name="intent">The intent that was begun.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Whether the key was still this attempt's, and open.</returns>
    ValueTask<bool> MarkUnknownAsync(SendIntent intent, CancellationToken cancellationToken = default);

    /// <summary>Settles an open send, under way or unknown, by a status that reports it: it was sent.</summary>
    /// <remarks>
    /// Found by <see cref="ReportedSend.Key"/>. Where the app gave callback data of its own, by that, if it belongs to this one send
    /// of the ledger alone and the recipient is the same; so such data must not be used for several messages.
    /// </remarks>
    /// <param name="reported">The message.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Whether a send was settled by it.</returns>
    ValueTask<bool> ResolveAsync(ReportedSend reported, CancellationToken cancellationToken = default);

    /// <summary>Settles a send whose outcome is unknown, by somebody who has found out.</summary>
    /// <param name="key">The key of the send.</param>
    /// <param name="sentAs">The id under which it was sent; absent when it was not sent, which frees the key so that it can be sent again.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Whether a send was settled: one that is under way is not freed, and one that was sent stays sent.</returns>
    ValueTask<bool> ResolveAsync(SendKey key, MessageId sentAs, CancellationToken cancellationToken = default);
}
