using Microsoft.Extensions.DependencyInjection;

namespace WhatsCommerce;

/// <summary>Requires a token where a registration names a number; without a number, accounts bring their own tokens.</summary>
/// <param name="services">Says whether there is a provider without making it: it may want these very options.</param>
internal sealed class AccessTokenValidator(IServiceProviderIsKeyedService services) : IValidateOptions<WhatsCommerceOptions>
{
    public ValidateOptionsResult Validate(string? name, WhatsCommerceOptions options)
    {
        bool missing = !string.IsNullOrEmpty(options.PhoneNumberId) && string.IsNullOrEmpty(options.AccessToken)
            && !services.IsService(typeof(IAccessTokenProvider))
            && !services.IsKeyedService(typeof(IAccessTokenProvider), name ?? "");
        return missing
            ? ValidateOptionsResult.Fail(
                "AccessToken is not set: give the token of the app or of a system user, without \"Bearer\", as "
                    + $"{BoundSection.Describe(options.SectionPath, nameof(options.AccessToken))}, or register an IAccessTokenProvider.")
            : ValidateOptionsResult.Success;
    }
}
