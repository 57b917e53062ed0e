namespace WhatsCommerce.Storefronts;

/// <summary>Gives what the clients of the app send to the log of the shop that has the number.</summary>
internal sealed class SentMessages(Shops shops) : ISentMessageObserver
{
    public async ValueTask OnSentAsync(SentMessage message, CancellationToken cancellationToken)
    {
        StorefrontRoute route = new() { PhoneNumberId = message.From };
        ShopScope? shop = await shops.FindScopeAsync(route, cancellationToken).ConfigureAwait(false);
        if (shop?.Find<SentMessageLog>() is SentMessageLog log)
        {
            await log.OnSentAsync(message, cancellationToken).ConfigureAwait(false);
        }
    }
}
