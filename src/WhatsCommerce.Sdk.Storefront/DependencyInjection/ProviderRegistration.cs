using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace WhatsCommerce.Storefronts;

/// <summary>What every provider with keys registers: checks of its options, and of the address to which customers come back.</summary>
internal static class ProviderRegistration
{
    /// <summary>Registers it.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="provider">The name that the app knows the provider by.</param>
    /// <param name="hasPages">Whether it sends the customer to a page and back.</param>
    /// <returns>Whether the provider is new; one that was added before only gets more options.</returns>
    public static bool Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IServiceCollection services, string provider, bool hasPages = true)
        where TOptions : ProviderOptions
    {
        if (services.Any(service => service.ServiceType == typeof(Added<TOptions>)))
        {
            return false;
        }

        services.AddSingleton<Added<TOptions>>();
        services.AddOptions<TOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>>(
            found => new ProviderOptionsCheck<TOptions>(provider, found.GetService<IHostEnvironment>(), Guards.All));
        if (hasPages)
        {
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<StorefrontOptions>, PublicAddressCheck>());
        }

        return true;
    }

    private sealed class Added<TOptions>;
}
