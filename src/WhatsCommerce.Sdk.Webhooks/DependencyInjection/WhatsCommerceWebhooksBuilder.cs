using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsCommerce;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds handlers and behaviors to a webhook endpoint.</summary>
/// <remarks>
/// <para>Several handlers may take the same event; they run one after the other, in the order added. A handler of a base type (
/// <see cref="MessageEvent"/>, <see cref="WebhookEvent"/>) takes all events of that type.</para>
/// <para>The name of a handler is unique within its endpoint. Keep it when you rename or move the code: the store records by name which
/// handlers are done with an event. When Meta redelivers an event, handlers that failed run again, and handlers that completed do not; for
/// the exact guarantees see <see cref="WebhookProcessor"/>.</para>
/// <para>A handler that needs the key or the attempt resolves <see cref="WebhookContext"/> like any service.</para>
/// </remarks>
public sealed class WhatsCommerceWebhooksBuilder : IWhatsCommerceStorageBuilder<IServiceCollection>
{
    private readonly EndpointRegistration _endpoint;
    private readonly HandlerBinding? _binding;

    internal WhatsCommerceWebhooksBuilder(IServiceCollection services, EndpointRegistration endpoint, HandlerBinding? binding = null)
    {
        Services = services;
        _endpoint = endpoint;
        _binding = binding;
    }

    /// <summary>Gets the name of the endpoint; empty for the endpoint without a name.</summary>
    public string Name => _endpoint.Name;

    /// <summary>Gets the services of the app.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// Lists the handlers of the endpoint that were added for this event type, so that a package can tell whether the app already handles
    /// it. Handlers of a base type are not listed.
    /// </summary>
    /// <typeparam name="TEvent">The event type.</typeparam>
    /// <returns>The names of the handlers that have been added so far.</returns>
    public IReadOnlyList<string> HandlersOf<TEvent>()
        where TEvent : WebhookEvent =>
        [.. _endpoint.Handlers.Where(handler => handler.EventTypes.Contains(typeof(TEvent))).Select(handler => handler.Name)];

    /// <summary>Adds a handler that needs no services.</summary>
    /// <typeparam name="TEvent">The event type, or a base type.</typeparam>
    /// <param name="name">The name of the handler.</param>
    /// <param name="handler">Called for each such event. The token is canceled when the app stops or the run loses its claim.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or another handler of the endpoint has it.</exception>
    public WhatsCommerceWebhooksBuilder Handle<TEvent>(string name, Func<TEvent, CancellationToken, Task> handler)
        where TEvent : WebhookEvent
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>(name, (_, webhookEvent, cancellationToken) => handler(webhookEvent, cancellationToken), takes: null);
    }

    /// <summary>Adds a handler that needs a service.</summary>
    /// <typeparam name="TEvent">The event type, or a base type.</typeparam>
    /// <typeparam name="TService">The service, resolved from the scope of the run.</typeparam>
    /// <param name="name">The name of the handler.</param>
    /// <param name="handler">Called for each such event. The token is canceled when the app stops or the run loses its claim.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or another handler of the endpoint has it.</exception>
    public WhatsCommerceWebhooksBuilder Handle<TEvent, TService>(string name, Func<TEvent, TService, CancellationToken, Task> handler)
        where TEvent : WebhookEvent
        where TService : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>(
            name,
            (services, webhookEvent, cancellationToken) =>
                handler(webhookEvent, services.GetRequiredService<TService>(), cancellationToken),
            takes: null,
            typeof(TService));
    }

    /// <summary>Adds a handler that needs two services.</summary>
    /// <typeparam name="TEvent">The event type, or a base type.</typeparam>
    /// <typeparam name="TService1">The first service, resolved from the scope of the run.</typeparam>
    /// <typeparam name="TService2">The second service, from the same scope.</typeparam>
    /// <param name="name">The name of the handler.</param>
    /// <param name="handler">Called for each such event. The token is canceled when the app stops or the run loses its claim.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or another handler of the endpoint has it.</exception>
    public WhatsCommerceWebhooksBuilder Handle<TEvent, TService1, TService2>(
        string name, Func<TEvent, TService1, TService2, CancellationToken, Task> handler)
        where TEvent : WebhookEvent
        where TService1 : notnull
        where TService2 : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>(
            name,
            (services, webhookEvent, token) =>
                handler(webhookEvent, services.GetRequiredService<TService1>(), services.GetRequiredService<TService2>(), token),
            takes: null,
            typeof(TService1),
            typeof(TService2));
    }

    /// <summary>
    /// Adds a handler that needs two services and takes only some events of a type: for the others nothing is claimed and nothing stored.
    /// </summary>
    /// <typeparam name="TEvent">The event type, or a base type.</typeparam>
    /// <typeparam name="TService1">The first service, resolved from the scope of the run.</typeparam>
    /// <typeparam name="TService2">The second service, from the same scope.</typeparam>
    /// <param name="name">The name of the handler.</param>
    /// <param name="takes">Whether the handler takes an event: quick, without side effects, and always the same for the same event.</param>
    /// <param name="handler">Called for each such event. The token is canceled when the app stops or the run loses its claim.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or another handler of the endpoint has it.</exception>
    public WhatsCommerceWebhooksBuilder HandleWhen<TEvent, TService1, TService2>(
        string name, Predicate<TEvent> takes, Func<TEvent, TService1, TService2, CancellationToken, Task> handler)
        where TEvent : WebhookEvent
        where TService1 : notnull
        where TService2 : notnull
    {
        ArgumentNullException.ThrowIfNull(takes);
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>(
            name,
            (services, webhookEvent, token) =>
                handler(webhookEvent, services.GetRequiredService<TService1>(), services.GetRequiredService<TService2>(), token),
            takes,
            typeof(TService1),
            typeof(TService2));
    }

    /// <summary>Adds a handler that needs three services. For more, write a class: <see cref="AddHandler"/>.</summary>
    /// <typeparam name="TEvent">The event type, or a base type.</typeparam>
    /// <typeparam name="TService1">The first service, resolved from the scope of the run.</typeparam>
    /// <typeparam name="TService2">The second service, from the same scope.</typeparam>
    /// <typeparam name="TService3">The third service, from the same scope.</typeparam>
    /// <param name="name">The name of the handler.</param>
    /// <param name="handler">Called for each such event. The token is canceled when the app stops or the run loses its claim.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or another handler of the endpoint has it.</exception>
    public WhatsCommerceWebhooksBuilder Handle<TEvent, TService1, TService2, TService3>(
        string name, Func<TEvent, TService1, TService2, TService3, CancellationToken, Task> handler)
        where TEvent : WebhookEvent
        where TService1 : notnull
        where TService2 : notnull
        where TService3 : notnull
    {
        ArgumentNullException.ThrowIfNull(handler);
        return Add<TEvent>(
            name,
            (services, webhookEvent, token) => handler(
                webhookEvent,
                services.GetRequiredService<TService1>(),
                services.GetRequiredService<TService2>(),
                services.GetRequiredService<TService3>(),
                token),
            takes: null,
            typeof(TService1),
            typeof(TService2),
            typeof(TService3));
    }

    /// <summary>Adds a class that handles the events of each <see cref="IWebhookHandler{TEvent}"/> it implements.</summary>
    /// <typeparam name="THandler">
    /// The class. Registered as scoped, so that each run gets a new instance, unless it is registered already. When it handles a type and
    /// its base type, an event goes to the most derived one only.
    /// </typeparam>
    /// <param name="name">The name of the handler; the name of the class by default.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or another handler of the endpoint has it.</exception>
    /// <exception cref="InvalidOperationException">
    /// The class implements <see cref="IWebhookHandler"/>, but <see cref="IWebhookHandler{TEvent}"/> for no event type.
    /// </exception>
    public WhatsCommerceWebhooksBuilder AddHandler<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        string? name = null)
        where THandler : class, IWebhookHandler
    {
        EventRoute[] routes = [.. EventRoute.All.Where(route => route.IsHandledBy(typeof(THandler)))];
        if (routes.Length == 0)
        {
            throw new InvalidOperationException(
                $"{typeof(THandler).Name} handles no event: let it implement IWebhookHandler<OrderEvent>, or another type of event.");
        }

        Add(new ClassHandler<THandler>(name ?? typeof(THandler).Name, routes));
        Services.TryAddScoped<THandler>();
        return this;
    }

    /// <summary>Adds a class that wraps each run of each handler of the endpoint.</summary>
    /// <typeparam name="TBehavior">
    /// The class. Registered as scoped, so that each run gets a new instance, unless it is registered already. The behavior that is added
    /// first is the outermost.
    /// </typeparam>
    /// <returns>This builder.</returns>
    public WhatsCommerceWebhooksBuilder AddBehavior<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TBehavior>()
        where TBehavior : class, IWebhookBehavior
    {
        Add(new ClassBehavior<TBehavior>());
        Services.TryAddScoped<TBehavior>();
        return this;
    }

    /// <summary>Adds a delegate that wraps each run of each handler of the endpoint: an inline <see cref="IWebhookBehavior"/>.</summary>
    /// <param name="behavior">
    /// Called with the context of the run, the next behavior or the handler, and the token. The behavior that is added first is the
    /// outermost.
    /// </param>
    /// <returns>This builder.</returns>
    public WhatsCommerceWebhooksBuilder AddBehavior(
        Func<WebhookContext, Func<CancellationToken, Task>, CancellationToken, Task> behavior)
    {
        ArgumentNullException.ThrowIfNull(behavior);
        Add(new DelegateBehavior(behavior));
        return this;
    }

    /// <summary>Adds a class that is called when two customers turn out to be one. It is called for all endpoints of the app.</summary>
    /// <typeparam name="THandler">
    /// The class. Registered as scoped, so that each merge gets a new instance, unless it is registered already. The class that is added
    /// first is called first.
    /// </typeparam>
    /// <returns>This builder.</returns>
    public WhatsCommerceWebhooksBuilder AddCustomersMergedHandler<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>()
        where THandler : class, ICustomersMergedHandler
    {
        Services.TryAddScoped<THandler>();
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<ICustomersMergedHandler, ScopedMergedHandler<THandler>>());
        return this;
    }

    internal void UseQueue() => _endpoint.UsesQueue = true;

    internal void UseTenants() => _endpoint.UsesTenants = true;

    internal WhatsCommerceWebhooksBuilder Bind(Predicate<WebhookEvent>? events, Predicate<WhatsCommerceTenant>? tenants) =>
        new(Services, _endpoint, new HandlerBinding(events, tenants, _binding));

    private WhatsCommerceWebhooksBuilder Add<TEvent>(
        string name, Func<IServiceProvider, TEvent, CancellationToken, Task> handler, Predicate<TEvent>? takes, params Type[] services)
        where TEvent : WebhookEvent
    {
        Add(new DelegateHandler<TEvent>(name, handler, takes, services));
        return this;
    }

    private void Add(HandlerRegistration handler) => _endpoint.Add(_binding is null ? handler : new BoundHandler(handler, _binding));

    private void Add(BehaviorRegistration behavior) => _endpoint.Add(_binding is null ? behavior : new BoundBehavior(behavior, _binding));
}
