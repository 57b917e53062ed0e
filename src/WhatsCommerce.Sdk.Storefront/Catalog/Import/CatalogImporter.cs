using System.Runtime.CompilerServices;

namespace WhatsCommerce.Storefronts;

/// <summary>
/// Runs imports, each page one step with the cursor behind it: a run that is killed goes on where the last stored page ends, and of two
/// runs at once the one that stores later ends.
/// </summary>
/// <remarks>
/// A product that the pages did not show is asked for by its id before it is marked as gone, because lists shift while they are read.
/// Nothing is deleted.
/// </remarks>
internal sealed class CatalogImporter(ShopServices shop, ICatalogStore store, CatalogSource source)
{
    // Customers page through a set by 30; a set that is the whole catalog is not read whole for that.
    private const int MaxSetProducts = 3_000;

    // How often the list is begun again in one run after a cursor that Meta let expire.
    private const int MaxRestarts = 3;

    // Of pages that are too large for Meta half is asked for, down to this.
    private const int SmallestPage = 10;

    // Meta lets cursors expire, and what was read days ago is not current.
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    /// <summary>Begins an import, or goes on with one that was interrupted.</summary>
    /// <param name="silence">
    /// How long nothing must have been stored of an interrupted import before it is taken over from whoever began it.
    /// </param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <returns>What was stored, step by step.</returns>
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
                        // What was read so far stays read; only the list begins again.
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

        // Meta gave more than was asked for: only the last part moves the cursor.
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

    /// <summary>Stores a step, and tells what it changes: of a first import nothing, because all of it is new.</summary>
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
