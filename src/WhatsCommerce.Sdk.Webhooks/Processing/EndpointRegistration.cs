namespace WhatsCommerce.Webhooks;

/// <summary>The handlers and behaviors that were registered for an endpoint, in order. Filled while the services are put together.</summary>
internal sealed class EndpointRegistration(string name)
{
    private readonly List<HandlerRegistration> _handlers = [];
    private readonly List<BehaviorRegistration> _behaviors = [];

    public string Name { get; } = name;

    public IReadOnlyList<HandlerRegistration> Handlers => _handlers;

    public IReadOnlyList<BehaviorRegistration> Behaviors => _behaviors;

    public void Add(BehaviorRegistration behavior) => _behaviors.Add(behavior);

    public void Add(HandlerRegistration handler)
    {
        if (string.IsNullOrWhiteSpace(handler.Name))
        {
            throw new ArgumentException("A handler needs a name: events remember by it which handler is done with them.", nameof(handler));
        }

        if (_handlers.Exists(other => other.Name == handler.Name))
        {
            throw new ArgumentException(
                $"A handler named \"{handler.Name}\" is registered already: events remember by name which handler is done with them, so give this one another name.",
                nameof(handler));
        }

        _handlers.Add(handler);
    }
}
