namespace WhatsCommerce.Storefronts;

/// <summary>Refuses to start when the app handles carts too: the customer would get two answers.</summary>
/// <remarks>Handlers of a base type are left alone: they record or count what comes in, whatever it is.</remarks>
internal sealed class OrderHandlerCheck(string storefront, IReadOnlyList<WhatsCommerceWebhooksBuilder> endpoints)
    : IValidateOptions<StorefrontOptions>
{
    public ValidateOptionsResult Validate(string? name, StorefrontOptions options)
    {
        string? other = endpoints.SelectMany(static endpoint => endpoint.HandlersOf<OrderEvent>()).FirstOrDefault(
            static handler => !handler.StartsWith(EventHandlers.OwnPrefix, StringComparison.Ordinal));
        return other is null || (name is not null && name != storefront) || options.AllowOwnOrderHandlers
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"The handler \"{other}\" handles OrderEvent, and so does the storefront: the customer would get two answers. Handle "
                + $"CartReceived with On<CartReceived>(...) instead, or set {nameof(StorefrontOptions.AllowOwnOrderHandlers)} "
                + "if both are wanted.");
    }
}
