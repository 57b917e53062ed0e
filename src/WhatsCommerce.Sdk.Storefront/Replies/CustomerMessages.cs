namespace WhatsCommerce.Storefronts;

/// <summary>
/// Sends the storefront's messages from the number that received their cause, exactly once per event even when it is retried.
/// </summary>
internal sealed class CustomerMessages(ShopClients clients, ShopServices shop)
{
    /// <summary>Sends a message for an event.</summary>
    /// <returns>
    /// Whether Meta accepted the message, now or in an earlier attempt; false when the customer service window is closed.
    /// </returns>
    public async Task<bool> SendAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        if (outgoing.To.Kind == RecipientKind.None)
        {
            // The customer's data was deleted.
            return true;
        }

        // A text about a cart has no fallback message.
        bool canBeFollowed = outgoing.Message is not TextMessage || outgoing.Cause is OrderStoryEvent;
        string what = outgoing.Cause.GetType().Name;
        string key = $"storefront {outgoing.Cause.Id} {what}{outgoing.Part}";
        SendOptions options = new()
        {
            OnceKey = key,
            ReplyTo = outgoing.ReplyTo,
            CallbackData = canBeFollowed ? outgoing.FollowUp?.DataFor(key) : null,
        };
        try
        {
            await SendAuthor.AsStorefrontAsync(
                () => clients.For(outgoing.From).Messages.SendAsync(outgoing.To, outgoing.Message, options, cancellationToken))
                .ConfigureAwait(false);
        }
        catch (OnceKeyReusedException)
        {
            // An earlier attempt already sent the message, which was correct at that time.
        }
        catch (GraphOutsideWindowException)
        {
            StorefrontLog.OutsideWindow(shop.Logger, (outgoing.Cause as OrderStoryEvent)?.OrderId ?? default, what);
            return false;
        }

        return true;
    }
}
