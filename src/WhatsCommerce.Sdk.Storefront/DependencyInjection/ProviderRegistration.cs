using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Storefronts;

/// <summary>The registrations that all payment providers with API keys share: checks of the options and of the return address.</summary>
internal static class ProviderRegistration
{
    /// <summary>Registers a provider.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="provider">The name of the provider.</param>
    /// <param name="hasPages">Whether the provider redirects the customer to its own page and back.</param>
    /// <returns>Whether the provider is new to the shop; a provider that was added before is only configured further.</returns>
    public static bool Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        WhatsCommerceStorefrontBuilder builder, string provider, bool hasPages = true)
        where TOptions : ProviderOptions
    {
        if (builder.Shop.Has<Added<TOptions>>())
        {
            return false;
        }

        IServiceCollection services = builder.Services;
        builder.Shop.Add(static _ => new Added<TOptions>());
        services.AddOptions<TOptions>(builder.Name).ValidateOnStart();
        if (builder.Blueprints.IsFirst(typeof(TOptions)))
        {
            services.AddSingleton<IValidateOptions<TOptions>>(
                found => new ProviderOptionsCheck<TOptions>(provider, found.GetService<IHostEnvironment>(), Guards.All));
        }

        if (hasPages && builder.Blueprints.IsFirst((typeof(PublicAddressCheck), builder.Name)))
        {
            services.AddSingleton<IValidateOptions<StorefrontOptions>>(new PublicAddressCheck(builder.Name));
        }

        return true;
    }

    /// <summary>Registers the HTTP client for a provider's API, once for all shops, because it contains no keys.</summary>
    public static void AddClient(WhatsCommerceStorefrontBuilder builder, string client)
    {
        if (builder.Blueprints.IsFirst((typeof(ProviderHttp), client)))
        {
            ProviderHttp.AddClient(builder.Services, client);
        }
    }

    private sealed class Added<TOptions>;
}
