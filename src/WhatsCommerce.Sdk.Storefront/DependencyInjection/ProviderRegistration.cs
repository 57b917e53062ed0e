using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Storefronts;

/// <summary>What every provider with keys registers: checks of its options, and of the address to which customers come back.</summary>
internal static class ProviderRegistration
{
    /// <summary>Registers it.</summary>
    /// <param name="builder">The storefront.</param>
    /// <param name="provider">The name that the app knows the provider by.</param>
    /// <param name="hasPages">Whether it sends the customer to a page and back.</param>
    /// <returns>Whether the shop had no such provider yet; one that was added before only gets more options.</returns>
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

    /// <summary>Registers the way to a provider's API, once for all shops: it holds no keys.</summary>
    public static void AddClient(WhatsCommerceStorefrontBuilder builder, string client)
    {
        if (builder.Blueprints.IsFirst((typeof(ProviderHttp), client)))
        {
            ProviderHttp.AddClient(builder.Services, client);
        }
    }

    private sealed class Added<TOptions>;
}
