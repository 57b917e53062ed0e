namespace WhatsCommerce.Storefronts;

/// <summary>Refuses to start when nobody registered the service that a handler of events takes.</summary>
/// <param name="handler">The name of the handler.</param>
/// <param name="service">The service.</param>
/// <param name="services">What is registered; null in a container that cannot tell.</param>
internal sealed class EventHandlerServiceCheck(string handler, Type service, IServiceProviderIsService? services)
    : IValidateOptions<StorefrontOptions>
{
    public ValidateOptionsResult Validate(string? name, StorefrontOptions options) =>
        services?.IsService(service) == false
            ? ValidateOptionsResult.Fail(
                $"The handler \"{handler}\" cannot run: no service {service.FullName} is registered. Register it before builder.Build().")
            : ValidateOptionsResult.Success;
}
