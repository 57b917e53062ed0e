using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Storefronts;

/// <summary>The services of one shop: its own singletons, then the app's services under the shop's key, then the app's services.</summary>
/// <remarks>
/// A class of the app that is created from it (a payment provider, a checkout step) gets the services of this shop.
/// </remarks>
internal sealed class ShopScope : IKeyedServiceProvider, IAsyncDisposable, IDisposable
{
    private readonly ConcurrentDictionary<Type, Lazy<object[]>> _own = new();
    private readonly ConcurrentDictionary<Type, Lazy<object>> _defaults = new();
    private readonly ConcurrentDictionary<Type, Lazy<object>> _options = new();
    private readonly ConcurrentStack<object> _disposables = new();

    public ShopScope(IServiceProvider app, ShopBlueprint blueprint, string id, StorefrontListing? listing = null)
    {
        App = app;
        Blueprint = blueprint;
        Id = id;
        Listing = listing;
    }

    public IServiceProvider App { get; }

    public ShopBlueprint Blueprint { get; }

    /// <summary>The id of the shop, which is the key of its services.</summary>
    public string Id { get; }

    /// <summary>The listing of the directory; null for a shop that was registered.</summary>
    public StorefrontListing? Listing { get; }

    /// <summary>Whether it is the shop of the unnamed storefront.</summary>
    public bool IsDefault => Blueprint.Name.Length == 0 && Listing is null;

    /// <summary>The configured phone numbers; empty when it uses those of its client.</summary>
    public IReadOnlyList<PhoneNumberId> Numbers =>
    [
        .. (Listing?.Numbers ?? []),
        .. OptionsOf<StorefrontOptions>().PhoneNumberIds.Select(static number => (PhoneNumberId)number),
    ];

    public T Get<T>()
        where T : class => Find<T>() ?? throw new InvalidOperationException($"The shop \"{Id}\" has no {typeof(T).Name}.");

    public T? Find<T>()
        where T : class => (T?)Find(typeof(T), App);

    /// <summary>
    /// All services of a type, in order: those of the shop's builder, the app's under the shop's key, the app's.
    /// </summary>
    public IReadOnlyList<T> All<T>()
        where T : class => [.. Own<T>(), .. Keyed<T>(), .. App.GetServices<T>()];

    /// <summary>Only the services of the shop's builder.</summary>
    public IReadOnlyList<T> Own<T>()
        where T : class => [.. Own(typeof(T)).Cast<T>()];

    /// <summary>
    /// Gets a service whose methods do not receive a shop id, so that it can serve only one shop: the app's own serves the unnamed shop,
    /// any other shop needs one under its key.
    /// </summary>
    public T GetOfThisShop<T>()
        where T : class => (App as IKeyedServiceProvider)?.GetKeyedService(typeof(T), Id) as T
            ?? (IsDefault ? App.GetService<T>() : null)
            ?? (T?)Default(typeof(T))
            ?? throw new InvalidOperationException($"The shop \"{Id}\" has no {typeof(T).Name} under its key.");

    public T OptionsOf<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T>()
        where T : class => Listing is not null
            ? (T)_options.GetOrAdd(typeof(T), _ => new Lazy<object>(() => ShopOptions.Create<T>(App, Listing))).Value
            : IsDefault
                ? App.GetRequiredService<IOptions<T>>().Value
                : App.GetRequiredService<IOptionsMonitor<T>>().Get(Blueprint.Name);

    /// <summary>Finds a service for a run, whose scope replaces the app's container.</summary>
    public object? Find(Type type, IServiceProvider run) => Own(type) is [.., object own]
        ? own
        : (run as IKeyedServiceProvider)?.GetKeyedService(type, Id) ?? run.GetService(type) ?? Default(type);

    public object? GetService(Type serviceType) => serviceType == typeof(IServiceProvider) ? this : Find(serviceType, App);

    public object? GetKeyedService(Type serviceType, object? serviceKey) =>
        (App as IKeyedServiceProvider)?.GetKeyedService(serviceType, serviceKey);

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) =>
        App.GetRequiredKeyedService(serviceType, serviceKey);

    public async ValueTask DisposeAsync()
    {
        while (_disposables.TryPop(out object? made))
        {
            if (made is IAsyncDisposable later)
            {
                await later.DisposeAsync().ConfigureAwait(false);
            }
            else
            {
                ((IDisposable)made).Dispose();
            }
        }
    }

    public void Dispose()
    {
        while (_disposables.TryPop(out object? made))
        {
            (made as IDisposable)?.Dispose();
        }
    }

    private IEnumerable<T> Keyed<T>()
        where T : class => App is IKeyedServiceProvider ? App.GetKeyedServices<T>(Id) : [];

    private object[] Own(Type type)
    {
        if (_own.TryGetValue(type, out Lazy<object[]>? known))
        {
            return known.Value;
        }

        IReadOnlyList<Func<ShopScope, object>> several = Blueprint.Of(type);
        return several.Count == 0
            ? []
            : _own.GetOrAdd(type, _ => new Lazy<object[]>(() => [.. several.Select(Make)])).Value;
    }

    private object? Default(Type type) => Blueprint.DefaultOf(type) is { } create
        ? _defaults.GetOrAdd(type, _ => new Lazy<object>(() => Make(create))).Value
        : null;

    private object Make(Func<ShopScope, object> create)
    {
        object made = create(this);
        if (made is IAsyncDisposable or IDisposable)
        {
            _disposables.Push(made);
        }

        return made;
    }
}
