namespace WhatsCommerce.Storefronts;

/// <summary>Fails at startup when the app has its own handler for carts as well: the customer would get two replies.</summary>
/// <remarks>Handlers of a base type are allowed, because they usually only record or count events.</remarks>
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
