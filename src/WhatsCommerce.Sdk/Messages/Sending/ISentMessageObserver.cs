namespace WhatsCommerce.Messages;

/// <summary>
/// Observes every message that Meta accepted, with its id, to link statuses, replies and orders to it. Register as many as you
/// like, as singletons: <c>services.AddSingleton&lt;ISentMessageObserver, ...&gt;()</c>.
/// </summary>
/// <remarks>
/// Observers are called one after the other before the receipt is returned. Their exceptions are logged, and never turn a sent message into
/// an error. A message with an unknown outcome is not observed, since it has no id. A message that is sent again with its
/// <see cref="SendOptions.OnceKey"/> is observed again, with <see cref="SentMessage.WasSentBefore"/>.
/// </remarks>
public interface ISentMessageObserver
{
    /// <summary>Called for each message that Meta accepted.</summary>
    /// <param name="message">The message, its recipient and its id.</param>
    /// <param name="cancellationToken">
    /// Canceled after <see cref="WhatsCommerceOptions.Timeout"/>. Independent of the caller's token: the message is sent, even if the
    /// caller no longer waits.
    /// </param>
    ValueTask OnSentAsync(SentMessage message, CancellationToken cancellationToken);
}
