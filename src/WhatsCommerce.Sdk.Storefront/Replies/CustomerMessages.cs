using WhatsCommerce.Messages;

namespace WhatsCommerce.Storefronts;

/// <summary>Sends the storefront's messages, each once, however often its event is handled.</summary>
internal sealed class CustomerMessages(WhatsCommerceClient client, ShopServices shop)
{
    /// <summary>Sends a message for an event.</summary>
    public async Task SendAsync(
        Recipient to, OutboundMessage message, StorefrontEvent cause, MessageId replyTo, CancellationToken cancellationToken)
    {
        string what = cause.GetType().Name;
        SendOptions options = new() { OnceKey = $"storefront {cause.Id} {what}", ReplyTo = replyTo };
        try
        {
            await client.Messages.SendAsync(to, message, options, cancellationToken).ConfigureAwait(false);
        }
        catch (OnceKeyReusedException)
        {
            // An earlier run of the handler answered; what it said then was true then.
        }
        catch (GraphOutsideWindowException)
        {
            StorefrontLog.OutsideWindow(shop.Logger, (cause as OrderStoryEvent)?.OrderId ?? default, what);
        }
    }
}
