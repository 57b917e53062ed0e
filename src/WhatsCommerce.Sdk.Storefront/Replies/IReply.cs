namespace WhatsCommerce.Storefronts;

/// <summary>
/// Replies to messages of customers, or passes them on to the next responder. Added with <c>AddReply&lt;TReply&gt;()</c>.
/// </summary>
/// <remarks>
/// <para>One responder answers a message, in this order: the person who owns the conversation, the checkout step that waits for an answer,
/// the storefront's buttons, product questions (<see cref="ProductAsked"/>), replies in the order in which they were added, and the default
/// reply. Responders that were not added are skipped.</para>
/// <para>
/// A reply runs in the outbox, long after Meta's webhook was answered with 200, and at least once. Messages that are sent through the
/// context are sent only once, even on a retry. Messages of one customer are answered in order.
/// </para>
/// </remarks>
public interface IReply
{
    /// <summary>Replies to a message, or passes it on.</summary>
    /// <param name="context">The message, with methods to reply to it.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the answer takes too long.</param>
    /// <returns>
    /// Whether it handled the message; then no other responder is called, even if it sent nothing. If it throws, the message is retried
    /// from the first responder on.
    /// </returns>
    Task<bool> ReplyAsync(ReplyContext context, CancellationToken cancellationToken);
}
