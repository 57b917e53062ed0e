namespace WhatsCommerce.Storefronts;

/// <summary>
/// The registrations of a storefront's builder: how each service of a shop is created. Filled while services are registered.
/// </summary>
/// <param name="name">The name of the storefront; empty for the one without a name.</param>
internal sealed class ShopBlueprint(string name)
{
    private readonly Dictionary<Type, List<Func<ShopScope, object>>> _services = [];
    private readonly Dictionary<Type, Func<ShopScope, object>> _defaults = [];

    public string Name { get; } = name;
    public EventHandlers Handlers { get; } = new();

    /// <summary>The parts that the app added, which are checked at startup.</summary>
    public List<ShopPart> Parts { get; } = [];

    public bool Has<T>()
        where T : class => _services.ContainsKey(typeof(T));

    /// <summary>Adds a service, a lazily created singleton per shop, or another one of several.</summary>
    public void Add<T>(Func<ShopScope, T> create)
        where T : class
    {
        if (!_services.TryGetValue(typeof(T), out List<Func<ShopScope, object>>? several))
        {
            _services[typeof(T)] = several = [];
        }

        several.Add(create);
    }

    /// <summary>Sets the default for a service that the app can replace.</summary>
    public void AddDefault<T>(Func<ShopScope, T> create)
        where T : class => _defaults[typeof(T)] = create;

    public IReadOnlyList<Func<ShopScope, object>> Of(Type type) => _services.GetValueOrDefault(type) ?? [];

    public Func<ShopScope, object>? DefaultOf(Type type) => _defaults.GetValueOrDefault(type);
}
