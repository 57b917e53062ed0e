using Microsoft.Extensions.DependencyInjection;

namespace WhatsCommerce.Storefronts;

/// <summary>The storefronts of the app, and what is registered once for all of them. Filled while services are being registered.</summary>
internal sealed class ShopBlueprints
{
    private readonly Dictionary<string, ShopBlueprint> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<object> _shared = [];

    public IReadOnlyCollection<ShopBlueprint> All => _byName.Values;

    /// <summary>The webhook endpoints of the app.</summary>
    public List<WhatsCommerceWebhooksBuilder> Endpoints { get; } = [];

    /// <summary>Gets or sets a value indicating whether a shop handles webhooks.</summary>
    public bool TakesWebhooks { get; set; }

    /// <summary>Gets or sets a value indicating whether a shop keeps conversations.</summary>
    public bool KeepsConversations { get; set; }

    /// <summary>Those of the app.</summary>
    public static ShopBlueprints Of(IServiceCollection services)
    {
        ShopBlueprints? known = services
            .Select(service => service.IsKeyedService ? null : service.ImplementationInstance as ShopBlueprints)
            .FirstOrDefault(registered => registered is not null);
        if (known is null)
        {
            known = new ShopBlueprints();
            services.AddSingleton(known);
        }

        return known;
    }

    public ShopBlueprint? Find(string name) => _byName.GetValueOrDefault(name);

    public ShopBlueprint GetOrAdd(string name)
    {
        if (!_byName.TryGetValue(name, out ShopBlueprint? blueprint))
        {
            _byName[name] = blueprint = new ShopBlueprint(name);
        }

        return blueprint;
    }

    /// <summary>Whether something that all shops share is registered for the first time, and is to be registered now.</summary>
    public bool IsFirst(object what) => _shared.Add(what);
}
