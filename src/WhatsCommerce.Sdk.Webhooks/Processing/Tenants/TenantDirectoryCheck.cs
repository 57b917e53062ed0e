namespace WhatsCommerce.Webhooks;

/// <summary>Reports at startup that there is no tenant directory, instead of at the first delivery.</summary>
/// <param name="services">The services of the app; it may have a container that does not say what is registered.</param>
internal sealed class TenantDirectoryCheck(IServiceProvider services) : IValidateOptions<WebhookTenantOptions>
{
    public const string Missing =
        "There is no directory of tenants: call UseTenants<TDirectory>(), or register an IWhatsCommerceTenantDirectory.";

    public ValidateOptionsResult Validate(string? name, WebhookTenantOptions options) =>
        services.GetService<IServiceProviderIsService>()?.IsService(typeof(IWhatsCommerceTenantDirectory)) == false
            ? ValidateOptionsResult.Fail(Missing)
            : ValidateOptionsResult.Success;
}
