using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WhatsCommerce;

/// <summary>A registration that names a number sends for itself and needs a token; one without serves accounts that bring their own.</summary>
internal sealed class AccessTokenValidator(IServiceProvider provider) : IValidateOptions<WhatsCommerceOptions>
{
    public ValidateOptionsResult Validate(string? name, WhatsCommerceOptions options)
    {
        bool missing = !string.IsNullOrEmpty(options.PhoneNumberId) && string.IsNullOrEmpty(options.AccessToken)
            && FindProvider(provider, name ?? "") is null;
        return missing
            ? ValidateOptionsResult.Fail(
                "AccessToken is not set: give the token of the app or of a system user, without \"Bearer\", or register an IAccessTokenProvider.")
            : ValidateOptionsResult.Success;
    }

    /// <summary>The provider of a registration: the one under its name, else the one for all.</summary>
    public static IAccessTokenProvider? FindProvider(IServiceProvider provider, string name) =>
        provider.GetKeyedService<IAccessTokenProvider>(name) ?? provider.GetService<IAccessTokenProvider>();
}
