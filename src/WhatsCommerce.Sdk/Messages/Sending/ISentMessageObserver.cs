namespace WhatsCommerce.Messages;

/// <summary>
/// Observes every message that Meta accepted, with its id, to link statuses, replies and orders to it. Register as many as you
/// like, as singletons: <c>services.AddSingleton&lt;ISentMessageObserver, ...&gt;()</c>.
/// </summary>
/// <remarks>
/// They are called one after the other before the receipt is returned. What they throw is logged, and never turns a sent message into an
/// error. A message whose outcome is unknown is not shown: there is no id. One that is sent again with its
/// <see cref="SendOptions.OnceKey"/> is shown again, with <see cref="SentMessage.WasSentBefore"/>.
/// </remarks>
public interface ISentMessageObserver
{
    /// <summary>Called for each message.</summary>
    /// <param name="message">What was sent, to whom, with which id.</param>
    /// <param name="cancellationToken">
    /// Goes off after <see cref="WhatsCommerceOptions.Timeout"/>. Not the caller's: the message is sent, also when the caller no longer
    /// waits.
    /// </param>
    ValueTask OnSentAsync(SentMessage message, CancellationToken cancellationToken);
}
