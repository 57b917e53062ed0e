namespace WhatsCommerce.Storefronts;

/// <summary>
/// Sends the storefront's messages from the number on which their cause came in, each once, however often its event is handled.
/// </summary>
internal sealed class CustomerMessages(ShopClients clients, ShopServices shop)
{
    /// <summary>Sends a message for an event.</summary>
    /// <returns>Whether Meta took it, now or in an earlier run; not when the service window is closed.</returns>
    public async Task<bool> SendAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        if (outgoing.To.Kind == RecipientKind.None)
        {
            // The customer was forgotten.
            return true;
        }

        // Words of a cart have nothing that could follow them.
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
            // An earlier run of the handler answered; what it said then was true then.
        }
        catch (GraphOutsideWindowException)
        {
            StorefrontLog.OutsideWindow(shop.Logger, (outgoing.Cause as OrderStoryEvent)?.OrderId ?? default, what);
            return false;
        }

        return true;
    }
}
