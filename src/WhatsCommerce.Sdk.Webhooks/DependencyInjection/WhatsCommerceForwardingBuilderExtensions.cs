using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsCommerce;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Extension methods that forward received deliveries or events to another URL, such as that of an ERP or an automation tool.
/// </summary>
/// <remarks>
/// Forwards are stored when a delivery is received, in the database of <c>UsePostgreSql</c> or <c>UseSqlite</c>, otherwise in memory. They
/// are sent in the background, at least once each and unordered, with their own retries and dead letters. A slow or failing receiver
/// neither delays nor fails the handlers. Requires a host that runs hosted services.
/// </remarks>
public static class WhatsCommerceForwardingBuilderExtensions
{
    /// <summary>Forwards each authentic delivery as a whole.</summary>
    /// <remarks>
    /// At an endpoint with tenants a delivery is forwarded if at least one of its events belongs to a tenant, and then with all of them.
    /// </remarks>
    /// <param name="builder">The endpoint.</param>
    /// <param name="name">
    /// The name of the forward, unique in the app. Do not change it: waiting forwards and dead letters are stored under it.
    /// </param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or another forward has it.</exception>
    public static WhatsCommerceWebhooksBuilder ForwardDeliveries(
        this WhatsCommerceWebhooksBuilder builder, string name, Action<ForwardOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        OptionsBuilder<ForwardOptions> options = Add(builder, name, takes: null);
        options.Configure(configure);
        return builder;
    }

    /// <summary>Forwards each authentic delivery as a whole, with options from configuration.</summary>
    /// <param name="builder">The endpoint.</param>
    /// <param name="name">The name of the forward, unique in the app.</param>
    /// <param name="configuration">The section that holds the members of <see cref="ForwardOptions"/>, or the configuration of the app,
    /// whose section <c>WhatsCommerce:Forwards:{name}</c> is used.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or another forward has it.</exception>
    public static WhatsCommerceWebhooksBuilder ForwardDeliveries(
        this WhatsCommerceWebhooksBuilder builder, string name, IConfiguration configuration)
    {
        BoundSection bound = Section(name, configuration, nameof(ForwardDeliveries));
        Add(builder, name, takes: null, bound).Bind(bound.Configuration);
        return builder;
    }

    /// <summary>Forwards each event of a type, in a separate body with the shape of Meta's deliveries.</summary>
    /// <typeparam name="TEvent">The event type, or a base type.</typeparam>
    /// <param name="builder">The endpoint.</param>
    /// <param name="name">
    /// The name of the forward, unique in the app. Do not change it: waiting forwards and dead letters are stored under it.
    /// </param>
    /// <param name="configure">
    /// Sets the options; <see cref="ForwardSignature.AsReceived"/> is not supported, since the body is not the received one.
    /// </param>
    /// <param name="takes">
    /// Determines which events of the type are forwarded; all by default. Must be fast, and return the same result for the same event.
    /// </param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or another forward has it.</exception>
    public static WhatsCommerceWebhooksBuilder ForwardEvents<TEvent>(
        this WhatsCommerceWebhooksBuilder builder, string name, Action<ForwardOptions> configure, Predicate<TEvent>? takes = null)
        where TEvent : WebhookEvent
    {
        ArgumentNullException.ThrowIfNull(configure);
        Add(builder, name, Taking(takes)).Configure(configure);
        return builder;
    }

    /// <summary>Forwards each event of a type, with options from configuration.</summary>
    /// <typeparam name="TEvent">The event type, or a base type.</typeparam>
    /// <param name="builder">The endpoint.</param>
    /// <param name="name">The name of the forward, unique in the app.</param>
    /// <param name="configuration">The section that holds the members of <see cref="ForwardOptions"/>, or the configuration of the app,
    /// whose section <c>WhatsCommerce:Forwards:{name}</c> is used.</param>
    /// <param name="takes">
    /// Determines which events of the type are forwarded; all by default. Must be fast, and return the same result for the same event.
    /// </param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or another forward has it.</exception>
    public static WhatsCommerceWebhooksBuilder ForwardEvents<TEvent>(
        this WhatsCommerceWebhooksBuilder builder, string name, IConfiguration configuration, Predicate<TEvent>? takes = null)
        where TEvent : WebhookEvent
    {
        BoundSection bound = Section(name, configuration, nameof(ForwardEvents));
        Add(builder, name, Taking(takes), bound).Bind(bound.Configuration);
        return builder;
    }

    private static Predicate<WebhookEvent> Taking<TEvent>(Predicate<TEvent>? takes)
        where TEvent : WebhookEvent => webhookEvent => webhookEvent is TEvent taken && takes?.Invoke(taken) != false;

    private static BoundSection Section(string name, IConfiguration configuration, string method)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configuration);
        return new(name, BoundSection.Of(configuration, $"WhatsCommerce:Forwards:{name}"), method);
    }

    private static OptionsBuilder<ForwardOptions> Add(
        WhatsCommerceWebhooksBuilder builder, string name, Predicate<WebhookEvent>? takes, BoundSection? bound = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        IServiceCollection services = builder.Services;
        if (services.Any(service => !service.IsKeyedService && service.ImplementationInstance is ForwardRegistration other
            && other.Name == name))
        {
            throw new ArgumentException(
                $"A forward named \"{name}\" is registered already. What waits is stored by name: give each its own.", nameof(name));
        }

        services.AddSingleton(new ForwardRegistration(name, builder.Name, takes));
        services.TryAddSingleton(static provider => new ForwardSender(
            provider.GetRequiredService<IOptionsMonitor<ForwardOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(static provider => new Forwarding(
            provider.GetServices<ForwardRegistration>(),
            provider.GetRequiredService<ForwardSender>(),
            provider.GetRequiredService<IOptionsMonitor<ForwardOptions>>(),
            provider.GetRequiredService<ProcessingServices>()));
        if (bound is not null)
        {
            services.AddSingleton<IValidateOptions<ForwardOptions>>(provider => new SectionCheck<ForwardOptions>(
                bound,
                KnownKeys.Of<ForwardOptions>(),
                provider.GetService<IConfiguration>(),
                static options => options.Address is null));
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ForwardOptions>, ForwardOptionsValidator>());
        WhatsCommerceDeliveryQueueBuilderExtensions.AddQueue(services);
        return services.AddOptions<ForwardOptions>(name)
            .Validate(
                static options => options.Signature != ForwardSignature.Anew || !string.IsNullOrEmpty(options.Secret),
                $"The forward \"{name}\" has no Secret to sign with: set it, or Signature to AsReceived.")
            .Validate(
                options => options.Signature != ForwardSignature.AsReceived || takes is null,
                $"The forward \"{name}\" sends single events, whose bodies nobody has signed: set Signature to Anew, and a Secret.")
            .ValidateOnStart();
    }
}
