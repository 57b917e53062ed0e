using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// The inboxes of one mapped endpoint: that of one shop, or those of the shops that requests name.
/// </summary>
internal sealed class InboxRooms
{
    private readonly Shops _shops;
    private readonly StorefrontInboxOptions _options;
    private readonly TimeProvider _time;
    private readonly CancellationToken _stopping;
    private readonly InboxRoom? _only;

    // A shop of a directory is replaced by a new object when it changes, which gets a new inbox.
    private readonly ConditionalWeakTable<ShopScope, InboxRoom> _rooms = [];

    public InboxRooms(Shops shops, StorefrontInboxOptions options, IServiceProvider services)
    {
        _shops = shops;
        _options = options;
        _time = services.GetRequiredService<TimeProvider>();
        _stopping = services.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        Logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(PagesLog.Category);
        if (options.FindShop is null)
        {
            _only = Make(options.ShopId is string id ? shops.Of(id) : shops.Default);
        }
    }

    public ILogger Logger { get; }

    /// <summary>The inbox that a request is for; null when there is none.</summary>
    public async ValueTask<InboxRoom?> FindAsync(HttpContext http)
    {
        if (_only is not null)
        {
            return _only;
        }

        string? id = await _options.FindShop!(http, http.RequestAborted).ConfigureAwait(false);
        return id is not null
            && await _shops.FindScopeAsync(id, http.RequestAborted).ConfigureAwait(false) is ShopScope scope
            && scope.Find<StorefrontConversations>() is not null
            ? _rooms.GetValue(scope, Make)
            : null;
    }

    private InboxRoom Make(ShopScope scope)
    {
        Storefront shop = scope.Get<Storefront>();
        StorefrontConversations conversations = shop.Conversations;
        InboxReading reading = new(
            shop,
            scope.Find<ICatalogStore>(),
            scope.Find<StorefrontSearch>(),
            scope.Find<ShopRooms>() is not null,
            _options,
            scope.Id,
            _time);
        return new InboxRoom(
            conversations, reading, new InboxActs(shop, _options, Logger), new InboxStream(conversations, _time, _stopping));
    }
}
