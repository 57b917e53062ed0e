namespace WhatsCommerce.Storefronts;

/// <summary>
/// What the builder of a storefront collects: how each service of a shop is made. Filled while services are being registered.
/// </summary>
/// <param name="name">The name of the storefront; empty for the one without a name.</param>
internal sealed class ShopBlueprint(string name)
{
    private readonly Dictionary<Type, List<Func<ShopScope, object>>> _services = [];
    private readonly Dictionary<Type, Func<ShopScope, object>> _defaults = [];

    public string Name { get; } = name;

    public EventHandlers Handlers { get; } = new();

    /// <summary>What an app added, to be tried when it starts.</summary>
    public List<ShopPart> Parts { get; } = [];

    public bool Has<T>()
        where T : class => _services.ContainsKey(typeof(T));

    /// <summary>Adds a service that a shop has one of, made when it is first asked for, or one more of several.</summary>
    public void Add<T>(Func<ShopScope, T> create)
        where T : class
    {
        if (!_services.TryGetValue(typeof(T), out List<Func<ShopScope, object>>? several))
        {
            _services[typeof(T)] = several = [];
        }

        several.Add(create);
    }

    /// <summary>Says what stands for a seam when the app has registered nothing for it.</summary>
    public void AddDefault<T>(Func<ShopScope, T> create)
        where T : class => _defaults[typeof(T)] = create;

    public IReadOnlyList<Func<ShopScope, object>> Of(Type type) => _services.GetValueOrDefault(type) ?? [];

    public Func<ShopScope, object>? DefaultOf(Type type) => _defaults.GetValueOrDefault(type);
}
