using WhatsCommerce.Messages;

namespace WhatsCommerce.Storefronts;

/// <summary>Sends collections and the menu of them.</summary>
internal sealed class CollectionSender(
    WhatsCommerceClient client, ShopServices shop, ICatalogStore store, CatalogSource source, Texts texts)
{
    private const int ReadAtOnce = 100;

    /// <summary>The product sets; the categories of a catalog that has none.</summary>
    public async Task<IReadOnlyList<CatalogCollection>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        IReadOnlyList<CatalogCollection> sets =
            await store.ListCollectionsAsync(shop.ShopId, categories: false, limit, cancellationToken).ConfigureAwait(false);
        return sets.Count > 0
            ? sets
            : await store.ListCollectionsAsync(shop.ShopId, categories: true, limit, cancellationToken).ConfigureAwait(false);
    }

    public async Task<SentCollection> SendAsync(
        Recipient to, CollectionId id, CollectionOptions options, CancellationToken cancellationToken)
    {
        CheckSkip(options);
        if (await store.FindCollectionAsync(shop.ShopId, id, cancellationToken).ConfigureAwait(false) is not CatalogCollection collection)
        {
            return new SentCollection { Count = 0 };
        }

        int most = MessageLimits.ProductListProducts;
        List<CatalogProduct> ready = await ReadyAsync(id, options.Skip, most + 1, cancellationToken).ConfigureAwait(false);
        if (ready.Count == 0)
        {
            return new SentCollection { Count = 0 };
        }

        bool hasMore = ready.Count > most && options.Skip + most <= CollectionButtons.MaxSkip;
        List<CatalogProduct> page =
        [
            .. ready.Take(most)
                .GroupBy(product => product.GroupId.HasValue ? product.GroupId : product.RetailerId)
                .SelectMany(group => group),
        ];
        MessageReceipt receipt = await client.Messages.SendAsync(
            to,
            CollectionMessages.Products(
                await source.StoredAsync(cancellationToken).ConfigureAwait(false), collection, page, options, texts),
            new SendOptions { OnceKey = options.OnceKey },
            cancellationToken).ConfigureAwait(false);
        if (hasMore)
        {
            await client.Messages.SendAsync(
                to,
                CollectionMessages.More(collection, options.Skip + page.Count, options.Language, texts),
                new SendOptions { OnceKey = options.OnceKey is string key ? $"{key}/more" : null },
                cancellationToken).ConfigureAwait(false);
        }

        return new SentCollection { Count = page.Count, HasMore = hasMore, MessageId = receipt.Id };
    }

    public async Task<SentCollection> SendMenuAsync(Recipient to, CollectionOptions options, CancellationToken cancellationToken)
    {
        CheckSkip(options);
        IReadOnlyList<CatalogCollection> all =
            await ListAsync(options.Skip + MessageLimits.ListRows + 1, cancellationToken).ConfigureAwait(false);
        CatalogCollection[] left = [.. all.Skip(options.Skip)];
        if (left.Length == 0)
        {
            return new SentCollection { Count = 0 };
        }

        // One row leads on when not all of them fit.
        bool hasMore = left.Length > MessageLimits.ListRows && options.Skip + MessageLimits.ListRows <= CollectionButtons.MaxSkip;
        CatalogCollection[] page = [.. left.Take(hasMore ? MessageLimits.ListRows - 1 : MessageLimits.ListRows)];
        MessageReceipt receipt = await client.Messages.SendAsync(
            to,
            CollectionMessages.Menu(page, hasMore ? options.Skip + page.Length : null, options, texts),
            new SendOptions { OnceKey = options.OnceKey },
            cancellationToken).ConfigureAwait(false);
        return new SentCollection { Count = page.Length, HasMore = hasMore, MessageId = receipt.Id };
    }

    /// <summary>
    /// The products of a collection that are ready to be sent. In the place of a parent stand its variants.
    /// </summary>
    private async Task<List<CatalogProduct>> ReadyAsync(CollectionId id, int skip, int most, CancellationToken cancellationToken)
    {
        List<CatalogProduct> ready = [];
        HashSet<RetailerId> seen = [];
        IReadOnlyList<CatalogProduct> rows;
        int read = 0;
        do
        {
            CatalogQuery query = new() { CollectionId = id, Skip = read, Limit = ReadAtOnce };
            rows = await store.ListAsync(shop.ShopId, query, cancellationToken).ConfigureAwait(false);
            read += rows.Count;
            foreach (CatalogProduct row in rows)
            {
                IReadOnlyList<CatalogProduct> sendable = row.IsParent
                    ? await store.ListAsync(
                        shop.ShopId,
                        new CatalogQuery { GroupId = row.RetailerId, Limit = CatalogQuery.MaxLimit },
                        cancellationToken).ConfigureAwait(false)
                    : [row];
                ready.AddRange(sendable.Where(product =>
                    product.GetObstacles() == OfferObstacles.None && seen.Add(product.RetailerId)));
            }
        }
        while (rows.Count == ReadAtOnce && ready.Count < skip + most && read <= CollectionButtons.MaxSkip);

        return [.. ready.Skip(skip).Take(most)];
    }

    private static void CheckSkip(CollectionOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Skip, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Skip, CollectionButtons.MaxSkip, nameof(options));
    }
}
