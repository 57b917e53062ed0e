namespace WhatsCommerce.Storefronts;

/// <summary>Fails at startup when the service that an event handler needs is not registered.</summary>
/// <param name="handler">The name of the handler.</param>
/// <param name="service">The service.</param>
/// <param name="services">Tells which services are registered; null for containers that do not support it.</param>
internal sealed class EventHandlerServiceCheck(string handler, Type service, IServiceProviderIsService? services)
    : IValidateOptions<StorefrontOptions>
{
    public ValidateOptionsResult Validate(string? name, StorefrontOptions options) =>
        services?.IsService(service) == false
            ? ValidateOptionsResult.Fail(
                $"The handler \"{handler}\" cannot run: no service {service.FullName} is registered. Register it before builder.Build().")
            : ValidateOptionsResult.Success;
}
