using System.Runtime.CompilerServices;

namespace WhatsCommerce.Storefronts;

/// <summary>Looks at the catalog again and again.</summary>
internal sealed class CatalogFollower(ShopServices shop, ICatalogStore store, CatalogImporter importer)
{
    // An import of which nothing was stored for so long was given up by whoever began it.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    // What a wait of Meta's can be believed up to.
    private static readonly TimeSpan LongestNamedWait = TimeSpan.FromDays(1);

    public async IAsyncEnumerable<CatalogProductChange> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int failures = 0;
        while (true)
        {
            Exception? failure = null;
            IAsyncEnumerator<ImportStep> steps = DueAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (steps.ConfigureAwait(false))
            {
                while (true)
                {
                    try
                    {
                        if (!await steps.MoveNextAsync().ConfigureAwait(false))
                        {
                            break;
                        }
                    }
                    catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                    {
                        // Meta, the store and a map of the app may fail in any way; the next look may succeed.
                        failure = exception;
                        break;
                    }

                    foreach (CatalogProductChange change in steps.Current.Changes)
                    {
                        yield return change;
                    }
                }
            }

            failures = failure is null ? 0 : failures + 1;
            TimeSpan wait = failure is null ? ShortestWait : WaitAfter(failure, failures);
            if (failure is not null)
            {
                StorefrontLog.CatalogLookFailed(shop.Logger, failure, wait);
            }

            await Task.Delay(wait, shop.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Looks once, when it is time to.</summary>
    /// <param name="tell">Told of each change that was stored.</param>
    /// <param name="cancellationToken">Interrupts it; the next look goes on behind the last page that was stored.</param>
    /// <returns>How long to wait until the next look.</returns>
    public async Task<TimeSpan> LookAsync(Action<CatalogProductChange> tell, CancellationToken cancellationToken)
    {
        TimeSpan wait = await UntilDueAsync(cancellationToken).ConfigureAwait(false);
        if (wait > TimeSpan.Zero)
        {
            return wait;
        }

        await foreach (ImportStep step in importer.RunAsync(Silence, cancellationToken).ConfigureAwait(false))
        {
            foreach (CatalogProductChange change in step.Changes)
            {
                tell(change);
            }
        }

        return ShortestWait;
    }

    /// <summary>Runs an import when one is due.</summary>
    private async IAsyncEnumerable<ImportStep> DueAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TimeSpan wait = await UntilDueAsync(cancellationToken).ConfigureAwait(false);
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, shop.Time, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        await foreach (ImportStep step in importer.RunAsync(Silence, cancellationToken).ConfigureAwait(false))
        {
            yield return step;
        }
    }

    private async Task<TimeSpan> UntilDueAsync(CancellationToken cancellationToken)
    {
        CatalogImport? last = await store.FindImportAsync(shop.ShopId, cancellationToken).ConfigureAwait(false);
        return last is { State: CatalogImportState.Completed }
            && last.UpdatedAt + shop.Options.Catalog.FollowInterval is DateTimeOffset due && due > shop.Now
                ? due - shop.Now
                : TimeSpan.Zero;
    }

    /// <summary>How long to wait after a number of failures in a row, the last one of which is given.</summary>
    public static TimeSpan WaitAfter(Exception failure, int failures)
    {
        TimeSpan wait = Http.Waits.Doubled(ShortestWait, failures - 1, LongestWait);
        TimeSpan named = (failure as GraphException)?.RetryAfter ?? TimeSpan.Zero;
        named = named < LongestNamedWait ? named : LongestNamedWait;
        return named > wait ? named : wait;
    }
}
