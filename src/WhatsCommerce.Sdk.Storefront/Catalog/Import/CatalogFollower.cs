using System.Runtime.CompilerServices;

namespace WhatsCommerce.Storefronts;

/// <summary>Polls the catalog for changes.</summary>
internal sealed class CatalogFollower(ShopServices shop, ICatalogStore store, CatalogImporter importer)
{
    // After this time without a stored page, an import counts as abandoned and is taken over.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    // The longest wait requested by Meta that is honored.
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
                        // Meta, the store and the app's SKU map may throw any exception; the next poll may succeed.
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

    /// <summary>Polls once, when a poll is due.</summary>
    /// <param name="tell">Called for each change that was stored.</param>
    /// <param name="cancellationToken">Interrupts the poll; the next one continues after the last page that was stored.</param>
    /// <returns>How long to wait until the next poll.</returns>
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

    /// <summary>The backoff after a number of consecutive failures, of which the last is given.</summary>
    public static TimeSpan WaitAfter(Exception failure, int failures)
    {
        TimeSpan wait = Http.Waits.Doubled(ShortestWait, failures - 1, LongestWait);
        TimeSpan named = (failure as GraphException)?.RetryAfter ?? TimeSpan.Zero;
        named = named < LongestNamedWait ? named : LongestNamedWait;
        return named > wait ? named : wait;
    }
}
