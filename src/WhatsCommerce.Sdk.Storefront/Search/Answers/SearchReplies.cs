namespace WhatsCommerce.Storefronts;

/// <summary>
/// Replies to searches with one product or a list of at most 30, and a button if there are more. Runs in the outbox.
/// </summary>
internal sealed class SearchReplies(
    ShopServices shop, StorefrontSearch search, ICatalogStore? catalog, Func<CancellationToken, Task<CatalogId>> catalogId, Texts texts)
{
    private static readonly int Most = MessageLimits.ProductListProducts;

    public static bool Concerns(InboundMessage message) =>
        message is { Kind: InboundMessageKind.Text, RetailerId.HasValue: false } && !string.IsNullOrWhiteSpace(message.Text);

    /// <summary>Whether a message is a press of the button for more results.</summary>
    public static bool IsMore(InboundMessage message) => SearchButtons.Read(message.ButtonId) is not null;

    public Task<bool> AnswerAsync(ReplyContext context, CancellationToken cancellationToken) =>
        AnswerAsync(context, context.Message.Text!, skip: 0, cancellationToken);

    public async Task<bool> MoreAsync(ReplyContext context, CancellationToken cancellationToken)
    {
        if (SearchButtons.Read(context.Message.ButtonId) is not var (query, skip))
        {
            return false;
        }

        if (!await AnswerAsync(context, query, skip, cancellationToken).ConfigureAwait(false))
        {
            await context.SendAsync(texts.Get(StorefrontText.CollectionEmpty, context.Language), cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private async Task<bool> AnswerAsync(ReplyContext context, string query, int skip, CancellationToken cancellationToken)
    {
        SearchResult result = await search.SearchAsync(query, skip + (2 * Most), cancellationToken).ConfigureAwait(false);
        if (result.Outcome is SearchOutcome.NotASearch or SearchOutcome.Off)
        {
            return false;
        }

        List<CatalogProduct> found = await ReadyAsync(result, cancellationToken).ConfigureAwait(false);
        List<CatalogProduct> page = [.. found.Skip(skip).Take(Most)];
        if (page.Count == 0)
        {
            // Not answered: a later responder may know an answer.
            await TellAsync(NothingIn(context, query), cancellationToken).ConfigureAwait(false);
            return false;
        }

        await context.SendAsync(
            await WriteAsync(query, page, context, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        if (found.Count > skip + Most && SearchButtons.Of(query, skip + Most) is string more)
        {
            await context.SendAsync(More(query, more, context.Language), cancellationToken).ConfigureAwait(false);
        }

        await TellAsync(AnswerOf(context, query, page), cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>The products that can currently be sent: the index may be one poll behind the catalog.</summary>
    private async Task<List<CatalogProduct>> ReadyAsync(SearchResult result, CancellationToken cancellationToken)
    {
        if (catalog is null || result.Hits.Count == 0)
        {
            return [.. result.Hits.Select(hit => OfSearch(hit.Product))];
        }

        IReadOnlyList<CatalogProduct> stored = await catalog.FindAsync(
            shop.ShopId, [.. result.Hits.Select(static hit => hit.Product.RetailerId)], cancellationToken).ConfigureAwait(false);
        Dictionary<RetailerId, CatalogProduct> ready = stored
            .Where(static product => product.IsSearchable && product.GetObstacles() == OfferObstacles.None)
            .ToDictionary(static product => product.RetailerId);
        return [.. result.Hits.Select(hit => ready.GetValueOrDefault(hit.Product.RetailerId)).OfType<CatalogProduct>()];
    }

    private CatalogProduct OfSearch(SearchProduct product) => new()
    {
        ShopId = shop.ShopId,
        RetailerId = product.RetailerId,
        Name = product.Title,
        Category = product.Category,
        ReadAt = shop.Now,
    };

    private async Task<OutboundMessage> WriteAsync(
        string query, List<CatalogProduct> page, ReplyContext context, CancellationToken cancellationToken)
    {
        CatalogId id = await catalogId(cancellationToken).ConfigureAwait(false);
        if (page is [CatalogProduct only])
        {
            return CollectionMessages.Product(id, only);
        }

        CatalogCollection named = new() { Id = default, Name = NameOf(query) };
        return CollectionMessages.Products(id, named, page, new CollectionOptions { Language = context.Language }, texts);
    }

    private ReplyButtonsMessage More(string query, string button, string language) => Message.Buttons()
        .Body(texts.Get(StorefrontText.CollectionMore, language, ("collection_name", NameOf(query))))
        .Button(button, texts.Get(StorefrontText.MoreButton, language))
        .Build();

    /// <summary>The query on one line.</summary>
    private static string NameOf(string query) =>
        string.Join(' ', query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private NothingFound NothingIn(ReplyContext context, string query) => new()
    {
        Id = context.Received.Id + "/nothing",
        ShopId = shop.ShopId,
        Customer = context.Customer,
        PhoneNumberId = context.Received.PhoneNumberId,
        At = context.Received.At,
        Query = query,
        Language = context.Language,
    };

    private SearchAnswered AnswerOf(ReplyContext context, string query, List<CatalogProduct> page) => new()
    {
        Id = context.Received.Id + "/found",
        ShopId = shop.ShopId,
        Customer = context.Customer,
        PhoneNumberId = context.Received.PhoneNumberId,
        At = context.Received.At,
        Query = query,
        Language = context.Language,
        Products = [.. page.Select(static product => product.RetailerId)],
    };

    /// <summary>If the row was not written, an earlier run raised the event.</summary>
    private async Task TellAsync(StorefrontEvent storefrontEvent, CancellationToken cancellationToken) =>
        await shop.CommitAsync(new StorefrontStep { ShopId = shop.ShopId }, [storefrontEvent], cancellationToken).ConfigureAwait(false);
}
