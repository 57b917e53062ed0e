namespace WhatsCommerce.Storefronts;

/// <summary>Answers messages of customers, or leaves them to the next responder. Added with <c>AddReply&lt;TReply&gt;()</c>.</summary>
/// <remarks>
/// <para>One responder answers a message, in this order: the person who owns the conversation, the checkout step that waits for an answer,
/// the storefront's buttons, product questions (<see cref="ProductAsked"/>), replies in the order in which they were added, and the default
/// reply. What is not there is skipped.</para>
/// <para>It runs in the outbox, so Meta has its 200 long before, and at least once: messages sent by the context leave once, whatever is
/// repeated. Messages of one customer are answered in their order.</para>
/// </remarks>
public interface IReply
{
    /// <summary>Answers a message, or does not.</summary>
    /// <param name="context">The message, and the way to answer it.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the answer takes too long.</param>
    /// <returns>
    /// Whether it answered: then nobody else does, even if it sent nothing. When it throws, the message is offered again, from the first
    /// responder on.
    /// </returns>
    Task<bool> ReplyAsync(ReplyContext context, CancellationToken cancellationToken);
}
