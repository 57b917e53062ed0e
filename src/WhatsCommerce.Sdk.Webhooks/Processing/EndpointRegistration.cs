namespace WhatsCommerce.Webhooks;

/// <summary>The handlers and behaviors of an endpoint, in order of registration. Filled while services are being registered.</summary>
internal sealed class EndpointRegistration(string name)
{
    private readonly List<HandlerRegistration> _handlers = [];
    private readonly List<BehaviorRegistration> _behaviors = [];

    public string Name { get; } = name;

    /// <summary>Gets or sets a value indicating whether this app has a route for the endpoint.</summary>
    public bool IsMapped { get; set; }

    /// <summary>Gets or sets a value indicating whether deliveries are stored in a queue and answered before they are handled.</summary>
    public bool UsesQueue { get; set; }

    /// <summary>Gets or sets a value indicating whether each event belongs to a tenant of the app's directory.</summary>
    public bool UsesTenants { get; set; }

    public IReadOnlyList<HandlerRegistration> Handlers => _handlers;

    public IReadOnlyList<BehaviorRegistration> Behaviors => _behaviors;

    public void Add(BehaviorRegistration behavior) => _behaviors.Add(behavior);

    public void Add(HandlerRegistration handler)
    {
        if (string.IsNullOrWhiteSpace(handler.Name))
        {
            throw new ArgumentException(
                "A handler needs a name: the store records by name which handlers are done with an event.", nameof(handler));
        }

        if (_handlers.Exists(other => other.Name == handler.Name))
        {
            throw new ArgumentException(
                $"A handler named \"{handler.Name}\" is registered already. The store records by name which handlers are done with an " +
                "event, so give each handler of the endpoint its own name.",
                nameof(handler));
        }

        _handlers.Add(handler);
    }
}
