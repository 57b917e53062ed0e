using WhatsCommerce.Messages;

namespace WhatsCommerce.Storefronts;

/// <summary>Gives what the clients of the app send to the log of the shop.</summary>
internal sealed class SentMessages(Shops shops) : ISentMessageObserver
{
    public ValueTask OnSentAsync(SentMessage message, CancellationToken cancellationToken) =>
        shops.Default.Find<SentMessageLog>()?.OnSentAsync(message, cancellationToken) ?? ValueTask.CompletedTask;
}
