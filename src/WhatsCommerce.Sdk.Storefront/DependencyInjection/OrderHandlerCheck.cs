using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Storefronts;

/// <summary>Refuses to start when the app handles carts of the storefront's endpoint too: the customer would get two answers.</summary>
/// <remarks>Handlers of a base type are left alone: they record or count what comes in, whatever it is.</remarks>
internal sealed class OrderHandlerCheck(WhatsCommerceWebhooksBuilder endpoint) : IValidateOptions<StorefrontOptions>
{
    public ValidateOptionsResult Validate(string? name, StorefrontOptions options)
    {
        string? other = endpoint.HandlersOf<OrderEvent>()
            .FirstOrDefault(handler => !handler.StartsWith(EventHandlers.OwnPrefix, StringComparison.Ordinal));
        return other is null || options.AllowBoth
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"The handler \"{other}\" handles OrderEvent, and so does the storefront: the customer would get two answers. Handle "
                + $"CartReceived with On<CartReceived>(...) instead, or set {nameof(StorefrontOptions.AllowBoth)} if both are wanted.");
    }
}
