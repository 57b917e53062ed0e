namespace WhatsCommerce.Storefronts;

/// <summary>The handlers of events, by name. Filled while services are being registered.</summary>
internal sealed class EventHandlers
{
    /// <summary>The prefix of the names of the storefront's own handlers.</summary>
    public const string OwnPrefix = "storefront.";

    private readonly Dictionary<string, EventHandlerRegistration> _handlers = new(StringComparer.Ordinal);

    public void Add(EventHandlerRegistration handler)
    {
        if (string.IsNullOrWhiteSpace(handler.Name))
        {
            throw new ArgumentException(
                "A handler needs a name: the store records by name which handlers are done with an event.", nameof(handler));
        }

        if (!_handlers.TryAdd(handler.Name, handler))
        {
            throw new ArgumentException(
                $"A handler named \"{handler.Name}\" is registered already. The store records by name which handlers are done with an "
                + "event, so give each handler its own name.",
                nameof(handler));
        }
    }

    public EventHandlerRegistration? Find(string name) => _handlers.GetValueOrDefault(name);

    /// <summary>Whether the app added a handler for exactly this event type.</summary>
    public bool AnyFor<TEvent>()
        where TEvent : StorefrontEvent => _handlers.Values.Any(handler =>
            handler.EventType == typeof(TEvent) && !handler.Name.StartsWith(OwnPrefix, StringComparison.Ordinal));

    /// <summary>Whether a handler exists for the event type or one of its base types.</summary>
    public bool AnyTakes<TEvent>()
        where TEvent : StorefrontEvent => _handlers.Values.Any(handler => handler.EventType.IsAssignableFrom(typeof(TEvent)));

    public IReadOnlyList<OutboxRow> RowsOf(IReadOnlyList<StorefrontEvent> events) =>
    [
        .. from storefrontEvent in events
           from handler in _handlers.Values
           where handler.Takes(storefrontEvent)
           select new OutboxRow
           {
               Event = storefrontEvent,
               Handler = handler.Name,
               Customer = storefrontEvent.Customer,
               DueAt = storefrontEvent.At,
           },
    ];
}
