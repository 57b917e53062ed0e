namespace WhatsCommerce.Storefronts;

/// <summary>The registration of an event handler: its name, the events that it handles, and how it is invoked.</summary>
/// <param name="name">Unique and stable across versions of the app.</param>
internal abstract class EventHandlerRegistration(string name)
{
    public string Name { get; } = name;

    public abstract bool Takes(StorefrontEvent storefrontEvent);

    /// <summary>The event type, or base type, that it was added for.</summary>
    public abstract Type EventType { get; }

    public abstract Task InvokeAsync(IServiceProvider services, StorefrontEvent storefrontEvent, CancellationToken cancellationToken);
}

/// <summary>A handler that is a delegate.</summary>
/// <param name="name">Unique and stable across versions of the app.</param>
/// <param name="handler">The delegate.</param>
/// <param name="when">The events that it handles; null for all. No row is stored for other events.</param>
internal sealed class EventHandlerRegistration<TEvent>(
    string name, Func<IServiceProvider, TEvent, CancellationToken, Task> handler, Func<TEvent, bool>? when = null)
    : EventHandlerRegistration(name)
    where TEvent : StorefrontEvent
{
    public override bool Takes(StorefrontEvent storefrontEvent) => storefrontEvent is TEvent taken && when?.Invoke(taken) != false;

    public override Type EventType => typeof(TEvent);

    public override Task InvokeAsync(IServiceProvider services, StorefrontEvent storefrontEvent, CancellationToken cancellationToken) =>
        handler(services, (TEvent)storefrontEvent, cancellationToken);
}
