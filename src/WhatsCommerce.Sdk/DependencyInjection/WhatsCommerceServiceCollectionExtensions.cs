using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsCommerce;
using WhatsCommerce.Http;
using WhatsCommerce.Messages;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="WhatsCommerceClient"/>.</summary>
public static class WhatsCommerceServiceCollectionExtensions
{
    /// <summary>Registers the client with settings from configuration.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configuration">The section that holds the members of <see cref="WhatsCommerceOptions"/>, or the configuration of the
    /// app, of which <c>WhatsCommerce</c> is taken.</param>
    /// <returns>The builder of the underlying <see cref="HttpClient"/>, to add handlers of your own.</returns>
    public static IHttpClientBuilder AddWhatsCommerce(this IServiceCollection services, IConfiguration configuration) =>
        services.AddWhatsCommerce(Options.Options.DefaultName, configuration);

    /// <summary>Registers the client with settings from code.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configure">Fills the options in.</param>
    /// <returns>The builder of the underlying <see cref="HttpClient"/>, to add handlers of your own.</returns>
    public static IHttpClientBuilder AddWhatsCommerce(this IServiceCollection services, Action<WhatsCommerceOptions> configure) =>
        services.AddWhatsCommerce(Options.Options.DefaultName, configure);

    /// <summary>Registers a client under a name, with settings from configuration: one of several numbers or businesses.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="name">The key of the client: <c>[FromKeyedServices(name)] WhatsCommerceClient</c>.</param>
    /// <param name="configuration">The section that holds the members of <see cref="WhatsCommerceOptions"/>, or the configuration of the
    /// app, of which <c>WhatsCommerce</c> is taken.</param>
    /// <returns>The builder of the underlying <see cref="HttpClient"/>, to add handlers of your own.</returns>
    public static IHttpClientBuilder AddWhatsCommerce(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configuration);
        BoundSection bound = new(name, BoundSection.Of(configuration, "WhatsCommerce"), nameof(AddWhatsCommerce));
        services.AddOptions<WhatsCommerceOptions>(name)
            .Configure(options => options.SectionPath = bound.Path)
            .Bind(bound.Configuration);
        services.AddSingleton<IValidateOptions<WhatsCommerceOptions>>(provider => CreateSectionCheck(provider, bound));
        return AddClient(services, name);
    }

    /// <summary>Registers a client under a name, with settings from code: one of several numbers or businesses.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="name">The key of the client: <c>[FromKeyedServices(name)] WhatsCommerceClient</c>.</param>
    /// <param name="configure">Fills the options in.</param>
    /// <returns>The builder of the underlying <see cref="HttpClient"/>, to add handlers of your own.</returns>
    public static IHttpClientBuilder AddWhatsCommerce(this IServiceCollection services, string name, Action<WhatsCommerceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<WhatsCommerceOptions>(name).Configure(configure);
        return AddClient(services, name);
    }

    private static IHttpClientBuilder AddClient(IServiceCollection services, string name)
    {
        string httpClientName = GraphServices.HttpClientName(name);
        if (services.Any(
            service => service.IsKeyedService && service.ServiceType == typeof(GraphServices) && name.Equals(service.ServiceKey)))
        {
            // Registered before, and perhaps with handlers: only the settings are new.
            return services.AddHttpClient(httpClientName);
        }

        services.AddOptions<WhatsCommerceOptions>(name).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WhatsCommerceOptions>, WhatsCommerceOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WhatsCommerceOptions>, AccessTokenValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.TryAddSingleton<IWhatsCommerceClientFactory, WhatsCommerceClientFactory>();
        services.TryAddSingleton<SentMessageObservers>();
        services.TryAddSingleton<OnceSender>();
        services.AddOptions<MemorySendLedgerOptions>().ValidateOnStart();
        services.TryAddSingleton<ISendLedger>(static provider => new MemorySendLedger(
            provider.GetRequiredService<IOptions<MemorySendLedgerOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            CreateLogger(provider)));
        services.AddKeyedSingleton(name, (provider, _) => CreateServices(provider, name));

        if (name.Length == 0)
        {
            services.TryAddSingleton(provider => CreateClient(provider, name));
            services.TryAddScoped<CurrentTenant>();
            services.TryAddScoped(CreateTenantClient);
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => CreateClient(provider, name));
        }

        return OnceClients.AddNamed(services, httpClientName);
    }

    private static WhatsCommerceClient CreateClient(IServiceProvider provider, string name) => new(
        new GraphTransport(provider.GetRequiredKeyedService<GraphServices>(name)),
        provider.GetRequiredService<SentMessageObservers>(),
        provider.GetRequiredService<OnceSender>());

    private static TenantClient CreateTenantClient(IServiceProvider scope)
    {
        CurrentTenant current = scope.GetRequiredService<CurrentTenant>();
        return scope.GetRequiredService<IWhatsCommerceClientFactory>().Create(
            current.Tenant ?? throw new InvalidOperationException(
                "This scope has no tenant: add UseTenants to the webhooks whose handlers take a TenantClient, or call CurrentTenant.Set "
                + "first in a scope of your own."),
            current.PhoneNumberId,
            current.BusinessAccountId);
    }

    private static GraphServices CreateServices(IServiceProvider provider, string name) => new(
        name,
        provider.GetRequiredService<IHttpClientFactory>(),
        provider.GetRequiredService<IOptionsMonitor<WhatsCommerceOptions>>(),
        provider.GetRequiredService<TimeProvider>(),
        CreateLogger(provider),
        new Lazy<IAccessTokenProvider?>(
            () => provider.GetKeyedService<IAccessTokenProvider>(name) ?? provider.GetService<IAccessTokenProvider>()),
        provider.GetService<SharedPacing>()?.Pacer);

    // One without a number, a token or an id serves accounts that bring their own: then its section may be missing.
    private static SectionCheck<WhatsCommerceOptions> CreateSectionCheck(IServiceProvider provider, BoundSection bound) => new(
        bound,
        KnownKeys.Of<WhatsCommerceOptions>()
            .With(nameof(WhatsCommerceOptions.Retry), KnownKeys.Of<RetryOptions>())
            .With(nameof(WhatsCommerceOptions.Pacing), KnownKeys.Of<PacingOptions>())
            .With(nameof(WhatsCommerceOptions.Preflight), KnownKeys.Of<PreflightOptions>()),
        provider.GetService<IConfiguration>(),
        options => options is { PhoneNumberId: null, BusinessAccountId: null, CatalogId: null, BusinessId: null, AccessToken: null }
            && provider.GetService<IServiceProviderIsService>()?.IsService(typeof(IAccessTokenProvider)) != true);

    private static ILogger CreateLogger(IServiceProvider provider) =>
        provider.GetRequiredService<ILoggerFactory>().CreateLogger(WhatsCommerceDiagnostics.LogCategory);
}
