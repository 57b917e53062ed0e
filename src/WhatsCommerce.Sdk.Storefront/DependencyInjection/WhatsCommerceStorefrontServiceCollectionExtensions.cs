using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that register a storefront.</summary>
/// <remarks>
/// <para>
/// A storefront requires the client (<c>AddWhatsCommerce</c>) and a webhook endpoint (<c>AddWhatsCommerceWebhooks</c>), registered in any
/// order. Further calls add to the same storefront.
/// </para>
/// <para>An app with several shops gives each a name, which is its id and its key: <c>[FromKeyedServices("berlin")] Storefront</c>.
/// Modules, handlers and ways to pay belong to the shop whose builder adds them. Services that the app replaces, such as
/// <see cref="IPriceSource"/>, serve all shops, or a single shop when they are registered under its key. A customer's message belongs to
/// the shop whose business phone number it was sent to (<see cref="StorefrontOptions.PhoneNumberIds"/>). Shops that are known at run time
/// come from an <see cref="IStorefrontDirectory"/>.</para>
/// </remarks>
public static class WhatsCommerceStorefrontServiceCollectionExtensions
{
    /// <summary>Registers a storefront with every module, and options from configuration.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configuration">The section that holds the members of <see cref="StorefrontOptions"/>, or the configuration of the app,
    /// of which <c>WhatsCommerce:Storefront</c> is taken.</param>
    /// <returns>A builder that adds ways to pay and handlers.</returns>
    public static WhatsCommerceStorefrontBuilder AddWhatsCommerceStorefront(
        this IServiceCollection services, IConfiguration configuration) =>
        services.AddWhatsCommerceStorefrontCore(configuration).AddEveryRoom();

    /// <summary>Registers a storefront with every module, and options from code.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder that adds ways to pay and handlers.</returns>
    public static WhatsCommerceStorefrontBuilder AddWhatsCommerceStorefront(
        this IServiceCollection services, Action<StorefrontOptions> configure) =>
        services.AddWhatsCommerceStorefrontCore(configure).AddEveryRoom();

    /// <summary>Registers a named storefront with every module, and options from configuration: one of several shops.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="name">The id of the shop and the key of its <see cref="Storefront"/>: 1 to 64 letters, digits, - and _.</param>
    /// <param name="configuration">The section that holds the members of <see cref="StorefrontOptions"/>, or the configuration of the app,
    /// of which <c>WhatsCommerce:Storefront</c> is taken.</param>
    /// <returns>A builder that adds ways to pay and handlers of this shop.</returns>
    /// <exception cref="ArgumentException">The name is not valid.</exception>
    public static WhatsCommerceStorefrontBuilder AddWhatsCommerceStorefront(
        this IServiceCollection services, string name, IConfiguration configuration) =>
        services.AddWhatsCommerceStorefrontCore(name, configuration).AddEveryRoom();

    /// <summary>Registers a named storefront with every module, and options from code: one of several shops.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="name">The id of the shop and the key of its <see cref="Storefront"/>: 1 to 64 letters, digits, - and _.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder that adds ways to pay and handlers of this shop.</returns>
    /// <exception cref="ArgumentException">The name is not valid.</exception>
    public static WhatsCommerceStorefrontBuilder AddWhatsCommerceStorefront(
        this IServiceCollection services, string name, Action<StorefrontOptions> configure) =>
        services.AddWhatsCommerceStorefrontCore(name, configure).AddEveryRoom();

    /// <summary>Registers a named storefront without modules, and options from configuration: one of several shops.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="name">The id of the shop and the key of its <see cref="Storefront"/>: 1 to 64 letters, digits, - and _.</param>
    /// <param name="configuration">The section that holds the members of <see cref="StorefrontOptions"/>, or the configuration of the app,
    /// of which <c>WhatsCommerce:Storefront</c> is taken.</param>
    /// <returns>A builder that adds modules, ways to pay and handlers of this shop.</returns>
    /// <exception cref="ArgumentException">The name is not valid.</exception>
    public static WhatsCommerceStorefrontBuilder AddWhatsCommerceStorefrontCore(
        this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        WhatsCommerceStorefrontBuilder builder = AddNamed(services, name);
        Bind(services, name, configuration);
        return builder;
    }

    /// <summary>Registers a named storefront without modules, and options from code: one of several shops.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="name">The id of the shop and the key of its <see cref="Storefront"/>: 1 to 64 letters, digits, - and _.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder that adds modules, ways to pay and handlers of this shop.</returns>
    /// <exception cref="ArgumentException">The name is not valid.</exception>
    public static WhatsCommerceStorefrontBuilder AddWhatsCommerceStorefrontCore(
        this IServiceCollection services, string name, Action<StorefrontOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        WhatsCommerceStorefrontBuilder builder = AddNamed(services, name);
        services.AddOptions<StorefrontOptions>(name).Configure(configure);
        return builder;
    }

    /// <summary>Registers a storefront without modules, and options from configuration: add the modules that you want.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configuration">The section that holds the members of <see cref="StorefrontOptions"/>, or the configuration of the app,
    /// of which <c>WhatsCommerce:Storefront</c> is taken.</param>
    /// <returns>A builder that adds modules, ways to pay and handlers.</returns>
    public static WhatsCommerceStorefrontBuilder AddWhatsCommerceStorefrontCore(
        this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        Bind(services, name: "", configuration);
        return AddCore(services, name: "");
    }

    /// <summary>Registers a storefront without modules, and options from code: add the modules that you want.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder that adds modules, ways to pay and handlers.</returns>
    public static WhatsCommerceStorefrontBuilder AddWhatsCommerceStorefrontCore(
        this IServiceCollection services, Action<StorefrontOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<StorefrontOptions>().Configure(configure);
        return AddCore(services, name: "");
    }

    // Every option has a default, so a storefront does not need its section.
    private static void Bind(IServiceCollection services, string name, IConfiguration configuration)
    {
        BoundSection bound = new(
            name, BoundSection.Of(configuration, "WhatsCommerce:Storefront"), nameof(AddWhatsCommerceStorefront));
        services.AddOptions<StorefrontOptions>(name).Bind(bound.Configuration);
        services.AddSingleton<IValidateOptions<StorefrontOptions>>(provider => new SectionCheck<StorefrontOptions>(
            bound,
            KnownKeys.Of<StorefrontOptions>().With(nameof(StorefrontOptions.Catalog), KnownKeys.Of<StorefrontCatalogOptions>()),
            provider.GetService<IConfiguration>(),
            static _ => false));
    }

    private static WhatsCommerceStorefrontBuilder AddNamed(IServiceCollection services, string name)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        if (ShopIds.Problem(name) is string problem)
        {
            throw new ArgumentException(problem, nameof(name));
        }

        if (ShopBlueprints.Of(services).Find(name) is null)
        {
            services.AddOptions<StorefrontOptions>(name).Configure(options => options.ShopId = name);
            services.AddSingleton<IValidateOptions<StorefrontOptions>>(new ShopNameCheck(name));
        }

        return AddCore(services, name);
    }

    private static WhatsCommerceStorefrontBuilder AddCore(IServiceCollection services, string name)
    {
        ShopBlueprints blueprints = ShopBlueprints.Of(services);
        if (blueprints.IsFirst(typeof(Storefront)))
        {
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<StorefrontOptions>, StorefrontOptionsValidator>());
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<StorefrontOptions>, ShopOptionsCheck>());
            services.TryAddSingleton(TimeProvider.System);
            services.AddSingleton(ShopTables.Events);
            services.AddSingleton(ShopTables.Works);
            services.AddOptions<MemoryStorefrontStoreOptions>().ValidateOnStart();
            services.TryAddSingleton(StorefrontServices.CreateStore);
            services.AddSingleton(StorefrontServices.CreateReadiness);
            services.AddSingleton<IHostedService>(StorefrontServices.CreateStoreStart);
            services.AddSingleton<IHostedService>(StorefrontServices.CreatePartsCheck);
            StartChecks.AddTo(services);
            services.AddSingleton(static provider => new Shops(provider, provider.GetRequiredService<ShopBlueprints>()));
            services.AddSingleton<IStorefrontFactory>(static provider => provider.GetRequiredService<Shops>());
            services.AddKeyedTransient(KeyedService.AnyKey, static (provider, key) =>
                provider.GetRequiredService<Shops>().Of(key).Get<Storefront>());
            services.AddSingleton(static provider => new ShopInbox(
                provider.GetRequiredService<Shops>(),
                provider.GetService<ILoggerFactory>()?.CreateLogger(StorefrontLog.Category) ?? NullLogger.Instance));
            services.AddSingleton<IHostedService>(StorefrontServices.CreateWorker);
        }

        ShopBlueprint blueprint = blueprints.GetOrAdd(name);
        if (!blueprint.Has<ShopServices>())
        {
            services.AddOptions<StorefrontOptions>(name).ValidateOnStart();
            blueprint.Add(shop => new ShopClients(shop, services));
            blueprint.Add(static shop => shop.Get<ShopClients>().Own);
            blueprint.Add(StorefrontServices.CreateShop);
            blueprint.Add(StorefrontServices.CreateCustomers);
            blueprint.Add(StorefrontServices.CreateFrontDoor);
            blueprint.Add(StorefrontServices.CreateOutboxWork);
            if (name.Length == 0)
            {
                services.AddSingleton(static provider => provider.GetRequiredService<Shops>().Default.Get<Storefront>());
            }
        }

        return new WhatsCommerceStorefrontBuilder(services, blueprints, blueprint);
    }

    private static WhatsCommerceStorefrontBuilder AddEveryRoom(this WhatsCommerceStorefrontBuilder builder) =>
        builder.AddCatalog().AddCheckout().AddSearch().AddConversations().AddRecovery();
}
