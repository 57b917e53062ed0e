using System.Collections.Concurrent;

namespace WhatsCommerce.Storefronts;

/// <summary>Passes each webhook to the shop that it belongs to.</summary>
/// <remarks>
/// A cart that belongs to no shop fails, so that it becomes a dead letter, which can be replayed once its number has a shop. Other webhooks
/// without a shop are left to the other handlers of the app, and logged once per number.
/// </remarks>
internal sealed class ShopInbox(Shops shops, ILogger logger)
{
    private const int MostLogged = 10_000;

    private readonly ConcurrentDictionary<PhoneNumberId, bool> _logged = new();

    public async Task ReceiveAsync<TEvent, TIntake>(
        TEvent webhookEvent,
        WebhookContext context,
        Func<TEvent, TIntake, WebhookContext, CancellationToken, Task> receive,
        CancellationToken cancellationToken)
        where TEvent : WebhookEvent
        where TIntake : class
    {
        StorefrontRoute route = new()
        {
            PhoneNumberId = webhookEvent.PhoneNumberId,
            BusinessAccountId = webhookEvent.BusinessAccountId,
            CatalogId = (webhookEvent as OrderEvent)?.CatalogId ?? default,
            Endpoint = context.EndpointName,
        };
        if (await shops.FindScopeAsync(route, cancellationToken).ConfigureAwait(false) is ShopScope shop)
        {
            // A shop without the module ignores the webhook.
            await (shop.Find<TIntake>() is TIntake intake ? receive(webhookEvent, intake, context, cancellationToken) : Task.CompletedTask)
                .ConfigureAwait(false);
            return;
        }

        if (webhookEvent is OrderEvent)
        {
            throw new InvalidOperationException(
                $"No shop has the number {route.PhoneNumberId}, to which a cart was sent. Add it to the PhoneNumberIds of a shop, or to "
                + "the directory, and replay the dead letter.");
        }

        if (_logged.Count < MostLogged && _logged.TryAdd(route.PhoneNumberId, true))
        {
            StorefrontLog.NumberOfNoShop(logger, route.PhoneNumberId, typeof(TEvent).Name);
        }
    }
}
