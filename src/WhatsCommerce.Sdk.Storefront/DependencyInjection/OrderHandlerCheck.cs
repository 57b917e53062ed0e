using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Storefronts;

/// <summary>Refuses to start when a class of the app handles carts too: the customer would get two answers.</summary>
internal sealed class OrderHandlerCheck(IServiceCollection services) : IValidateOptions<StorefrontOptions>
{
    public ValidateOptionsResult Validate(string? name, StorefrontOptions options)
    {
        Type? other = services
            .Where(service => !service.IsKeyedService)
            .Select(service => service.ServiceType)
            .FirstOrDefault(type => type.IsClass && typeof(IWebhookHandler<OrderEvent>).IsAssignableFrom(type));
        return other is null || options.AllowBoth
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{other.Name} handles OrderEvent, and so does the storefront: the customer would get two answers. Handle CartReceived "
                + $"with On<CartReceived>(...) instead, or set {nameof(StorefrontOptions.AllowBoth)} if both are wanted.");
    }
}
