namespace WhatsCommerce.Storefronts;

/// <summary>Passes messages that the app's clients send to the log of the shop that the number belongs to.</summary>
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
