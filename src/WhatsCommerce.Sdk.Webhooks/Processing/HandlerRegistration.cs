namespace WhatsCommerce.Webhooks;

/// <summary>A handler of an endpoint: its name, which events it takes, and how it is invoked.</summary>
/// <param name="name">Unique within the endpoint and stable across versions of the app.</param>
internal abstract class HandlerRegistration(string name)
{
    public string Name { get; } = name;

    /// <summary>Gets the types that the handler was added for.</summary>
    public abstract IReadOnlyList<Type> EventTypes { get; }

    /// <summary>Gets the services that a run takes from its scope, so that a missing one is reported at start.</summary>
    public abstract IReadOnlyList<Type> Services { get; }

    /// <summary>
    /// Returns the type as which the handler takes an event (the event's type or a base type); <see langword="null"/> when it does not take
    /// it.
    /// </summary>
    public abstract Type? TypeFor(WebhookEvent webhookEvent);

    /// <summary>Invokes the handler once.</summary>
    /// <param name="scope">The services of the run's scope.</param>
    /// <param name="webhookEvent">An event for which <see cref="TypeFor"/> returned a type.</param>
    /// <param name="cancellationToken">Canceled when the app stops or the claim is lost.</param>
    public abstract Task InvokeAsync(IServiceProvider scope, WebhookEvent webhookEvent, CancellationToken cancellationToken);
}

/// <summary>A handler that is a delegate.</summary>
/// <param name="name">The name of the handler.</param>
/// <param name="handler">The delegate.</param>
/// <param name="takes">Whether it takes an event of the type; null when it takes all.</param>
/// <param name="services">The services that the delegate takes.</param>
internal sealed class DelegateHandler<TEvent>(
    string name, Func<IServiceProvider, TEvent, CancellationToken, Task> handler, Predicate<TEvent>? takes, params Type[] services)
    : HandlerRegistration(name)
    where TEvent : WebhookEvent
{
    public override IReadOnlyList<Type> EventTypes { get; } = [typeof(TEvent)];

    public override IReadOnlyList<Type> Services => services;

    public override Type? TypeFor(WebhookEvent webhookEvent) =>
        webhookEvent is TEvent taken && takes?.Invoke(taken) != false ? typeof(TEvent) : null;

    public override Task InvokeAsync(IServiceProvider scope, WebhookEvent webhookEvent, CancellationToken cancellationToken) =>
        handler(scope, (TEvent)webhookEvent, cancellationToken);
}

/// <summary>A handler that is a class.</summary>
/// <param name="name">The name of the handler.</param>
/// <param name="routes">
/// The events it takes, derived types before their base types. The first route that accepts an event gets it, once.
/// </param>
internal sealed class ClassHandler<THandler>(string name, EventRoute[] routes) : HandlerRegistration(name)
    where THandler : class, IWebhookHandler
{
    public override IReadOnlyList<Type> EventTypes { get; } = [.. routes.Select(route => route.EventType)];
    public override IReadOnlyList<Type> Services { get; } = [typeof(THandler)];

    public override Type? TypeFor(WebhookEvent webhookEvent) => Find(webhookEvent)?.EventType;

    public override Task InvokeAsync(IServiceProvider scope, WebhookEvent webhookEvent, CancellationToken cancellationToken) =>
        Find(webhookEvent)!.HandleAsync(scope.GetRequiredService<THandler>(), webhookEvent, cancellationToken);

    private EventRoute? Find(WebhookEvent webhookEvent) => Array.Find(routes, route => route.Accepts(webhookEvent));
}
