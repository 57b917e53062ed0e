using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WhatsCommerce.Storefronts;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that register a storefront.</summary>
/// <remarks>
/// It needs the client (<c>AddWhatsCommerce</c>) and a webhook endpoint (<c>AddWhatsCommerceWebhooks</c>), in any order. An app has one
/// storefront; further calls add to it.
/// </remarks>
public static class WhatsCommerceStorefrontServiceCollectionExtensions
{
    /// <summary>Registers a storefront with every room, and options from configuration.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="section">The section that holds the members of <see cref="StorefrontOptions"/>.</param>
    /// <returns>A builder that adds ways to pay and handlers.</returns>
    public static WhatsCommerceStorefrontBuilder AddWhatsCommerceStorefront(
        this IServiceCollection services, IConfigurationSection section) =>
        services.AddWhatsCommerceStorefrontCore(section).AddCatalog().AddCheckout().AddSearch();

    /// <summary>Registers a storefront with every room, and options from code.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder that adds ways to pay and handlers.</returns>
    public static WhatsCommerceStorefrontBuilder AddWhatsCommerceStorefront(
        this IServiceCollection services, Action<StorefrontOptions> configure) =>
        services.AddWhatsCommerceStorefrontCore(configure).AddCatalog().AddCheckout().AddSearch();

    /// <summary>Registers a storefront without rooms, and options from configuration: add the rooms that you want.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="section">The section that holds the members of <see cref="StorefrontOptions"/>.</param>
    /// <returns>A builder that adds rooms, ways to pay and handlers.</returns>
    public static WhatsCommerceStorefrontBuilder AddWhatsCommerceStorefrontCore(
        this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<StorefrontOptions>().Bind(section);
        return AddCore(services, name: "");
    }

    /// <summary>Registers a storefront without rooms, and options from code: add the rooms that you want.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder that adds rooms, ways to pay and handlers.</returns>
    public static WhatsCommerceStorefrontBuilder AddWhatsCommerceStorefrontCore(
        this IServiceCollection services, Action<StorefrontOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<StorefrontOptions>().Configure(configure);
        return AddCore(services, name: "");
    }

    private static WhatsCommerceStorefrontBuilder AddCore(IServiceCollection services, string name)
    {
        ShopBlueprints blueprints = ShopBlueprints.Of(services);
        if (blueprints.IsFirst(typeof(Storefront)))
        {
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<StorefrontOptions>, StorefrontOptionsValidator>());
            services.TryAddSingleton(TimeProvider.System);
            services.AddSingleton(ShopTables.Events);
            services.TryAddSingleton(StorefrontServices.CreateStore);
            services.AddSingleton(StorefrontServices.CreateReadiness);
            services.AddSingleton<IHostedService>(StorefrontServices.CreateStoreStart);
            services.AddSingleton(static provider => new Shops(provider, provider.GetRequiredService<ShopBlueprints>()));
            services.AddSingleton(static provider => provider.GetRequiredService<Shops>().Default.Get<Storefront>());
            services.AddSingleton<IHostedService>(static provider => new StorefrontWorker(provider.GetRequiredService<Shops>()));
        }

        ShopBlueprint blueprint = blueprints.GetOrAdd(name);
        if (!blueprint.Has<ShopServices>())
        {
            services.AddOptions<StorefrontOptions>(name).ValidateOnStart();
            blueprint.Add(StorefrontServices.CreateShop);
            blueprint.Add(StorefrontServices.CreateFrontDoor);
            blueprint.Add(StorefrontServices.CreateOutboxWork);
        }

        return new WhatsCommerceStorefrontBuilder(services, blueprints, blueprint);
    }
}
