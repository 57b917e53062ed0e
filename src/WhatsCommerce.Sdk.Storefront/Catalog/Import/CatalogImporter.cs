using System.Runtime.CompilerServices;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Runs imports. Each page is stored with its cursor in one step: a run that is killed is resumed after the last stored page, and of two
/// concurrent runs the one that stores later stops.
/// </summary>
/// <remarks>
/// A product that the pages did not contain is read by its id before it is marked as gone, because lists shift while they are read. Nothing
/// is deleted.
/// </remarks>
internal sealed class CatalogImporter(ShopServices shop, ICatalogStore store, CatalogSource source)
{
    // Customers page through a set 30 products at a time, so a set that contains the whole catalog is not read completely.
    private const int MaxSetProducts = 3_000;

    // How many times one run restarts the list after Meta let a cursor expire.
    private const int MaxRestarts = 3;

    // The page size is halved when Meta reports that a page is too large, down to this minimum.
    private const int SmallestPage = 10;

    // An older import is restarted: cursors expire, and products read days ago are out of date.
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    /// <summary>Starts an import, or resumes one that was interrupted.</summary>
    /// <param name="silence">
    /// How long an import must have stored nothing before it counts as interrupted and is taken over.
    /// </param>
    /// <param name="cancellationToken">Interrupts the import.</param>
    /// <returns>The steps that were stored.</returns>
    public async IAsyncEnumerable<ImportStep> RunAsync(TimeSpan silence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CatalogId catalog = await source.ResolveAsync(cancellationToken).ConfigureAwait(false);
        CatalogImport? stored = await store.FindImportAsync(shop.ShopId, cancellationToken).ConfigureAwait(false);
        bool isOpen = stored is { State: not CatalogImportState.Completed } && stored.CatalogId == catalog;
        if (isOpen && shop.Now - stored!.UpdatedAt < silence)
        {
            yield return new ImportStep(stored, []) { IsLost = true };
            yield break;
        }

        bool isResumed = isOpen && shop.Now - stored!.UpdatedAt < LongestPause;
        ImportStep step = await StoreAsync(
            isResumed ? stored! : await BeginAsync(stored, catalog, cancellationToken).ConfigureAwait(false),
            new CatalogStep { ShopId = shop.ShopId },
            [],
            cancellationToken).ConfigureAwait(false);
        yield return step with { IsResumed = isResumed };
        while (!step.IsLost && step.Import.State != CatalogImportState.Completed)
        {
            IAsyncEnumerable<ImportStep> steps = step.Import.State switch
            {
                CatalogImportState.Products => ProductsAsync(step.Import, cancellationToken),
                CatalogImportState.Missing => MissingAsync(step.Import, cancellationToken),
                _ => CollectionsAsync(step.Import, cancellationToken),
            };
            await foreach (ImportStep next in steps.ConfigureAwait(false))
            {
                step = next;
                yield return step with { IsResumed = isResumed };
                if (step.IsLost)
                {
                    yield break;
                }
            }
        }
    }

    private async Task<CatalogImport> BeginAsync(CatalogImport? before, CatalogId catalog, CancellationToken cancellationToken) => new()
    {
        ShopId = shop.ShopId,
        CatalogId = catalog,
        Total = await source.CountAsync(catalog, cancellationToken).ConfigureAwait(false),
        StartedAt = shop.Now,
        UpdatedAt = shop.Now,
        CompletedAt = before?.CatalogId == catalog ? before.CompletedAt : null,
        Version = before?.Version ?? 0,
    };

    private async IAsyncEnumerable<ImportStep> ProductsAsync(
        CatalogImport import, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int restarts = 0;
        int size = shop.Options.Catalog.PageSize;
        bool asksAgain;
        do
        {
            asksAgain = false;
            IAsyncEnumerator<Page<Product>> pages =
                source.Pages(import.CatalogId, import.Cursor, size, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (pages.ConfigureAwait(false))
            {
                while (true)
                {
                    DateTimeOffset now = shop.Now;
                    try
                    {
                        if (!await pages.MoveNextAsync().ConfigureAwait(false))
                        {
                            break;
                        }
                    }
                    catch (GraphPagingException) when (import.Cursor is not null && restarts < MaxRestarts)
                    {
                        // Products that were read are kept; only the list is restarted.
                        asksAgain = true;
                        restarts++;
                        import = import with { Cursor = null, Pages = 0, Products = 0, Unreadable = 0 };
                        break;
                    }
                    catch (GraphInvalidRequestException exception) when (exception.IsTooMuchData && size > SmallestPage)
                    {
                        asksAgain = true;
                        size = Math.Max(size / 2, SmallestPage);
                        break;
                    }

                    ImportStep step = await TakeAsync(import, pages.Current, now, cancellationToken).ConfigureAwait(false);
                    yield return step;
                    import = step.Import;
                    if (step.IsLost || import.State != CatalogImportState.Products)
                    {
                        yield break;
                    }
                }
            }
        }
        while (asksAgain);

        // The list ended although Meta had announced another page.
        yield return await StoreAsync(
            import with { Cursor = null, State = CatalogImportState.Missing },
            new CatalogStep { ShopId = shop.ShopId },
            [],
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<ImportStep> TakeAsync(
        CatalogImport import, Page<Product> page, DateTimeOffset readAt, CancellationToken cancellationToken)
    {
        List<CatalogProduct> products = await source.ToProductsAsync(page.Items, readAt, cancellationToken).ConfigureAwait(false);
        int unreadable = page.Malformed.Count(item => !item.IsListed) + page.Items.Count(product => !product.RetailerId.HasValue);
        CatalogImport next = import with
        {
            Cursor = page.HasNext ? page.After : null,
            State = page.HasNext ? CatalogImportState.Products : CatalogImportState.Missing,
            Pages = import.Pages + 1,
            Products = import.Products + products.Count,
            Unreadable = import.Unreadable + unreadable,
        };
        if (products.Count <= CatalogQuery.MaxLimit)
        {
            return await StoreAsync(next, new CatalogStep { ShopId = shop.ShopId, Products = products }, products, cancellationToken)
                .ConfigureAwait(false);
        }

        // Meta returned more than requested, so the page is stored in parts, of which only the last one moves the cursor.
        ImportStep? step = null;
        List<CatalogProductChange> changes = [];
        foreach (CatalogProduct[] part in products.Chunk(CatalogQuery.MaxLimit))
        {
            bool isLast = part[^1] == products[^1];
            CatalogImport after = isLast ? next with { Version = import.Version } : import;
            step = await StoreAsync(after, new CatalogStep { ShopId = shop.ShopId, Products = part }, part, cancellationToken)
                .ConfigureAwait(false);
            changes.AddRange(step.Changes);
            if (step.IsLost)
            {
                break;
            }

            import = step.Import;
        }

        return step! with { Changes = changes };
    }

    private async IAsyncEnumerable<ImportStep> MissingAsync(
        CatalogImport import, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            IReadOnlyList<CatalogProduct> unseen = await store.ListAsync(
                shop.ShopId,
                new CatalogQuery { ReadBefore = import.StartedAt, Limit = CatalogQuery.MaxLimit },
                cancellationToken).ConfigureAwait(false);
            if (unseen.Count == 0)
            {
                import = import with { State = CatalogImportState.Collections };
                yield return await StoreAsync(import, new CatalogStep { ShopId = shop.ShopId }, [], cancellationToken)
                    .ConfigureAwait(false);
                yield break;
            }

            List<CatalogProduct> products = await source.ReadAgainAsync(
                import.CatalogId,
                [.. unseen.Select(product => product.RetailerId)],
                unseen.ToDictionary(product => product.RetailerId),
                cancellationToken).ConfigureAwait(false);
            import = import with { Gone = import.Gone + products.Count(product => product.GoneAt is not null) };
            ImportStep step = await StoreAsync(
                import, new CatalogStep { ShopId = shop.ShopId, Products = products }, products, cancellationToken)
                .ConfigureAwait(false);
            yield return step;
            import = step.Import;
            if (step.IsLost)
            {
                yield break;
            }
        }
    }

    private async IAsyncEnumerable<ImportStep> CollectionsAsync(
        CatalogImport import, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<ProductSet> sets = await source.SetsAsync(import.CatalogId, cancellationToken).ConfigureAwait(false);
        foreach (ProductSet set in sets)
        {
            int first = 0;
            bool isLast = false;
            await foreach (Page<Product> page in source.MembersOf(set.Id, cancellationToken).ConfigureAwait(false))
            {
                RetailerId[] members =
                    [.. page.Items.Select(product => product.RetailerId).Where(id => id.HasValue).Take(MaxSetProducts - first)];
                isLast = !page.HasNext || first + members.Length == MaxSetProducts;
                CollectionPage part = new()
                {
                    Collection = new CatalogCollection
                    {
                        Id = CollectionId.FromSet(set.Id),
                        Name = string.IsNullOrWhiteSpace(set.Name) ? set.Id.ToString() : set.Name,
                        Count = set.ProductCount ?? first + members.Length,
                    },
                    First = first,
                    Products = members,
                    IsLast = isLast,
                };
                ImportStep step = await StoreAsync(
                    import, new CatalogStep { ShopId = shop.ShopId, Collection = part }, [], cancellationToken).ConfigureAwait(false);
                yield return step;
                import = step.Import;
                if (step.IsLost)
                {
                    yield break;
                }

                first += members.Length;
                if (isLast)
                {
                    break;
                }
            }
        }

        CatalogStep end = new() { ShopId = shop.ShopId, KeptCollections = [.. sets.Select(set => CollectionId.FromSet(set.Id))] };
        yield return await StoreAsync(
            import with { State = CatalogImportState.Completed, CompletedAt = shop.Now }, end, [], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stores a step and returns the changes; a first import has none, because everything is new.</summary>
    private async Task<ImportStep> StoreAsync(
        CatalogImport import, CatalogStep step, IReadOnlyList<CatalogProduct> products, CancellationToken cancellationToken)
    {
        IReadOnlyList<CatalogProduct> before = import.CompletedAt is null || products.Count == 0
            ? []
            : await store.FindAsync(shop.ShopId, [.. products.Select(product => product.RetailerId)], cancellationToken)
                .ConfigureAwait(false);
        CatalogImport next = import with { UpdatedAt = shop.Now };
        if (!await store.WriteAsync(step with { Import = next }, cancellationToken).ConfigureAwait(false))
        {
            return new ImportStep(import, []) { IsLost = true };
        }

        Dictionary<RetailerId, CatalogProduct> known = before.ToDictionary(product => product.RetailerId);
        return new ImportStep(
            next with { Version = import.Version + 1 },
            import.CompletedAt is null
                ? []
                : [.. products
                    .Select(product => CatalogProductChange.Between(known.GetValueOrDefault(product.RetailerId), product))
                    .OfType<CatalogProductChange>()]);
    }
}
