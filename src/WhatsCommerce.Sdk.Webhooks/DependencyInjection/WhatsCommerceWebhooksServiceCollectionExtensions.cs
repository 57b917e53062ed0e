using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using WhatsCommerce;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that register webhook endpoints.</summary>
/// <remarks>Several calls with the same name add to the same endpoint, so that each module of an app can add its own handlers.</remarks>
public static class WhatsCommerceWebhooksServiceCollectionExtensions
{
    private const string DeadLetters = "DeadLetters";

    /// <summary>Registers a webhook endpoint with options from configuration.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configuration">The section that holds the members of <see cref="WebhookOptions"/>, or the configuration of the app,
    /// whose section <c>WhatsCommerce:Webhooks</c> is used.</param>
    /// <returns>A builder that adds handlers.</returns>
    public static WhatsCommerceWebhooksBuilder AddWhatsCommerceWebhooks(
        this IServiceCollection services, IConfiguration configuration) =>
        services.AddWhatsCommerceWebhooks(Options.Options.DefaultName, configuration);

    /// <summary>Registers a webhook endpoint with options from code.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder that adds handlers.</returns>
    public static WhatsCommerceWebhooksBuilder AddWhatsCommerceWebhooks(
        this IServiceCollection services, Action<WebhookOptions> configure) =>
        services.AddWhatsCommerceWebhooks(Options.Options.DefaultName, configure);

    /// <summary>Registers a named webhook endpoint with options from configuration, for several apps or tenants.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="name">The name of the endpoint, which is also passed to <c>MapWhatsCommerceWebhooks</c>.</param>
    /// <param name="configuration">The section that holds the members of <see cref="WebhookOptions"/>, or the configuration of the app,
    /// whose section <c>WhatsCommerce:Webhooks</c> is used.</param>
    /// <returns>A builder that adds handlers.</returns>
    public static WhatsCommerceWebhooksBuilder AddWhatsCommerceWebhooks(
        this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configuration);
        BoundSection bound = new(name, BoundSection.Of(configuration, "WhatsCommerce:Webhooks"), nameof(AddWhatsCommerceWebhooks));
        services.AddOptions<WebhookOptions>(name).Configure(options => options.SectionPath = bound.Path).Bind(bound.Configuration);
        services.AddOptions<FileDeadLetterOptions>().Bind(bound.Configuration.GetSection(DeadLetters));
        services.AddSingleton<IValidateOptions<WebhookOptions>>(provider => new SectionCheck<WebhookOptions>(
            bound,
            KnownKeys.Of<WebhookOptions>().With(DeadLetters, KnownKeys.Of<FileDeadLetterOptions>()),
            provider.GetService<IConfiguration>(),
            static options => !options.HasSecret && !options.AllowUnsigned));
        return AddEndpoint(services, name);
    }

    /// <summary>Registers a named webhook endpoint with options from code, for several apps or tenants.</summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="name">The name of the endpoint, which is also passed to <c>MapWhatsCommerceWebhooks</c>.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder that adds handlers.</returns>
    public static WhatsCommerceWebhooksBuilder AddWhatsCommerceWebhooks(
        this IServiceCollection services, string name, Action<WebhookOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<WebhookOptions>(name).Configure(configure);
        return AddEndpoint(services, name);
    }

    /// <summary>
    /// Configures every webhook endpoint of the app, with and without a name, including those that are registered later. Registers no
    /// endpoint itself.
    /// </summary>
    /// <param name="services">The services of the app.</param>
    /// <param name="configure">Configures an endpoint; called once for each.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection ConfigureAllWhatsCommerceWebhooks(
        this IServiceCollection services, Action<WhatsCommerceWebhooksBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        AddProcessing(services);
        EndpointConventions? conventions = InstanceOf<EndpointConventions>(services);
        if (conventions is null)
        {
            conventions = new();
            services.AddSingleton(conventions);
        }

        conventions.Add(configure);
        foreach (EndpointRegistration endpoint in InstancesOf<EndpointRegistration>(services).ToArray())
        {
            configure(new(services, endpoint));
        }

        return services;
    }

    private static T? InstanceOf<T>(IServiceCollection services)
        where T : class => InstancesOf<T>(services).FirstOrDefault();

    private static IEnumerable<T> InstancesOf<T>(IServiceCollection services)
        where T : class => services.Select(service => service.IsKeyedService ? null : service.ImplementationInstance as T).OfType<T>();

    private static WhatsCommerceWebhooksBuilder AddEndpoint(IServiceCollection services, string name)
    {
        services.AddOptions<WebhookOptions>(name).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>());
        AddProcessing(services);

        EndpointRegistration? endpoint = InstancesOf<EndpointRegistration>(services)
            .FirstOrDefault(registration => registration.Name == name);
        if (endpoint is null)
        {
            endpoint = new(name);
            services.AddSingleton(endpoint);
            InstanceOf<EndpointConventions>(services)?.Apply(new(services, endpoint));
        }

        return new(services, endpoint);
    }

    /// <summary>Registers what all endpoints of the app share, unless the app has registered its own.</summary>
    private static void AddProcessing(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<MemoryWebhookStoreOptions>, MemoryWebhookStoreOptionsValidator>());
        services.AddOptions<MemoryWebhookStoreOptions>().ValidateOnStart();
        services.AddOptions<MemoryCustomerIdentitiesOptions>().ValidateOnStart();
        services.TryAddSingleton<IWebhookStore>(static provider => new MemoryWebhookStore(
            provider.GetRequiredService<IOptions<MemoryWebhookStoreOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ICustomerIdentities>(static provider => new MemoryCustomerIdentities(
            provider.GetServices<ICustomersMergedHandler>(),
            provider.GetRequiredService<IOptions<MemoryCustomerIdentitiesOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, HandlerStartCheck>());
        StartChecks.AddTo(services);
        services.TryAddScoped<WebhookContextHolder>();
        services.TryAddScoped(static provider => provider.GetRequiredService<WebhookContextHolder>().Context);
        services.TryAddSingleton<IDeadLetterStore>(static provider => FileDeadLetterStore.Create(
            provider.GetRequiredService<IOptions<FileDeadLetterOptions>>().Value, CreateLogger(provider)));
        services.TryAddSingleton(static provider =>
            new ProcessingServices(provider, provider.GetRequiredService<TimeProvider>(), CreateLogger(provider)));
        services.TryAddSingleton(static provider => new WebhookProcessor(
            provider.GetServices<EndpointRegistration>(),
            provider.GetRequiredService<IOptionsMonitor<WebhookOptions>>(),
            provider.GetRequiredService<ProcessingServices>()));
        services.TryAddSingleton(static provider => new DeadLetterQueue(
            provider.GetRequiredService<WebhookProcessor>(),
            provider.GetRequiredService<IOptionsMonitor<WebhookOptions>>(),
            provider.GetRequiredService<ProcessingServices>()));
    }

    private static ILogger CreateLogger(IServiceProvider provider) =>
        provider.GetService<ILoggerFactory>()?.CreateLogger(Log.Category) ?? NullLogger.Instance;
}
