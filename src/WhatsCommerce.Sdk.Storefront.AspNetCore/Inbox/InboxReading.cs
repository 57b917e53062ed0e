using System.Globalization;
using System.Text.Json.Serialization.Metadata;

namespace WhatsCommerce.Storefronts;

/// <summary>Handles the read requests of the inbox's page.</summary>
internal sealed class InboxReading(
    Storefront shop,
    ICatalogStore? catalog,
    StorefrontSearch? search,
    bool hasCheckout,
    StorefrontInboxOptions options,
    string shopId,
    TimeProvider time)
{
    private const int PageSize = 60;
    private const int MostRows = 200;
    private const int MostProducts = 24;
    private const int MostOrders = 20;
    private const int LongestQuery = 200;

    public Task SetupAsync(HttpContext http, string agent) => WriteAsync(
        http,
        new InboxSetup(
            agent,
            [.. options.Templates],
            search is not null || catalog is not null,
            hasCheckout),
        InboxJson.Default.InboxSetup);

    public async Task ListAsync(HttpContext http)
    {
        DateTimeOffset? before = long.TryParse(http.Request.Query["before"], CultureInfo.InvariantCulture, out long milliseconds)
            && milliseconds > 0
            ? DateTimeOffset.FromUnixTimeMilliseconds(Math.Min(milliseconds, time.GetUtcNow().AddYears(1).ToUnixTimeMilliseconds()))
            : null;
        IReadOnlyList<CustomerConversation> rows = await shop.Conversations.ListAsync(
            new ConversationQuery { Before = before, OnlyUnread = http.Request.Query["unread"] == "1", Limit = MostRows },
            http.RequestAborted).ConfigureAwait(false);
        await WriteAsync(
            http, [.. rows.Select(row => InboxViews.Of(row, time.GetUtcNow()))], InboxJson.Default.InboxRowArray).ConfigureAwait(false);
    }

    public async Task ChatAsync(HttpContext http, CustomerKey customer)
    {
        long before = long.TryParse(http.Request.Query["before"], CultureInfo.InvariantCulture, out long sequence) && sequence > 0
            ? sequence
            : 0;
        CancellationToken token = http.RequestAborted;
        if (await shop.Conversations.GetAsync(customer, token).ConfigureAwait(false) is not CustomerConversation conversation)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        ConversationEntryQuery query = new() { Before = before, Limit = PageSize };
        IReadOnlyList<ConversationEntry> entries = await shop.Conversations.ReadAsync(customer, query, token).ConfigureAwait(false);
        await WriteAsync(
            http,
            new InboxChat(
                InboxViews.Of(conversation, time.GetUtcNow()),
                [.. entries.Select(InboxViews.Of)],
                entries.Count == PageSize,
                await OrdersAsync(customer, token).ConfigureAwait(false),
                hasCheckout && await HasCartAsync(entries, token).ConfigureAwait(false)),
            InboxJson.Default.InboxChat).ConfigureAwait(false);
    }

    public async Task SearchAsync(HttpContext http)
    {
        string query = http.Request.Query["q"].ToString();
        query = query.Length > LongestQuery ? query[..LongestQuery] : query;
        CancellationToken token = http.RequestAborted;
        IReadOnlyList<CatalogProduct> found = await FindAsync(query, token).ConfigureAwait(false);
        await WriteAsync(
            http,
            [.. found.Where(product => product.GetObstacles() == OfferObstacles.None)
                .Take(MostProducts).Select(product => InboxViews.Of(product, time.GetUtcNow()))],
            InboxJson.Default.InboxProductArray).ConfigureAwait(false);
    }

    public static Task WriteAsync<T>(HttpContext http, T value, JsonTypeInfo<T> type) =>
        http.Response.WriteAsJsonAsync(value, type, cancellationToken: http.RequestAborted);

    /// <summary>Finds products with the customers' search, or by name if there is none or the words are not a search.</summary>
    private async Task<IReadOnlyList<CatalogProduct>> FindAsync(string query, CancellationToken cancellationToken)
    {
        if (catalog is null)
        {
            return [];
        }

        if (search is not null && !string.IsNullOrWhiteSpace(query))
        {
            SearchResult result = await search.SearchAsync(query, MostProducts * 2, cancellationToken).ConfigureAwait(false);
            if (result.Hits.Count > 0)
            {
                Dictionary<RetailerId, CatalogProduct> known = (await catalog.FindAsync(
                    shopId, [.. result.Hits.Select(hit => hit.Product.RetailerId)], cancellationToken).ConfigureAwait(false))
                    .ToDictionary(product => product.RetailerId);
                return [.. result.Hits.Select(hit => known.GetValueOrDefault(hit.Product.RetailerId)).OfType<CatalogProduct>()];
            }
        }

        IReadOnlyList<CatalogProduct> all = await catalog.ListAsync(
            shopId, new CatalogQuery { Limit = CatalogQuery.MaxLimit }, cancellationToken).ConfigureAwait(false);
        return [.. all.Where(product => product.Name.Contains(query.Trim(), StringComparison.OrdinalIgnoreCase))];
    }

    private async Task<InboxOrder[]> OrdersAsync(CustomerKey customer, CancellationToken cancellationToken)
    {
        if (!hasCheckout)
        {
            return [];
        }

        OrderQuery query = new() { Customer = customer, Limit = MostOrders };
        IReadOnlyList<Order> orders = await shop.Orders.ListAsync(query, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Order> open = await shop.Orders.ListAsync(query with { State = OrderState.AwaitingCheckout }, cancellationToken)
            .ConfigureAwait(false);
        return [.. open.Concat(orders).Select(InboxViews.Of)];
    }

    private async Task<bool> HasCartAsync(IReadOnlyList<ConversationEntry> entries, CancellationToken cancellationToken) =>
        entries.LastOrDefault(entry => entry.CartId.HasValue) is ConversationEntry last
        && await shop.Carts.GetAsync(last.CartId, cancellationToken).ConfigureAwait(false) is { IsLive: true };
}
