namespace WhatsCommerce.Storefronts;

/// <summary>
/// Runs the event handlers: each event at least once, the events of a customer in order, with exponential backoff after a failure.
/// </summary>
/// <param name="shop">The shop.</param>
/// <param name="scopes">Creates the service scope of each run.</param>
/// <param name="own">The services of the shop, which take precedence over those of the scope.</param>
internal sealed class OutboxProcessor(ShopServices shop, IServiceScopeFactory scopes, ShopScope? own = null)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private const int LongestError = 300;

    /// <summary>Runs the handlers of all events that are due.</summary>
    /// <returns>How many handlers ran.</returns>
    public async Task<int> RunOnceAsync(int limit, CancellationToken cancellationToken)
    {
        DateTimeOffset now = shop.Now;
        IReadOnlyList<OutboxRow> rows = await shop.Store.ClaimOutboxAsync(
            shop.ShopId, now, now + (2 * shop.Options.HandlerTimeout), limit, cancellationToken).ConfigureAwait(false);
        await Task.WhenAll(rows.Select(row => RunAsync(row, cancellationToken))).ConfigureAwait(false);
        return rows.Count;
    }

    private async Task RunAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        OutboxRow end;
        try
        {
            await InvokeAsync(row, cancellationToken).ConfigureAwait(false);
            end = row with { State = OutboxState.Done, LeaseUntil = null, Error = null };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The app stops. Without its lease the row is due in another instance, or after the restart.
            end = row with { LeaseUntil = null };
        }
        catch (Exception exception)
        {
            // A handler may throw any exception, and none may stop the worker.
            bool isDead = row.Attempts >= shop.Options.MaxAttempts;
            StorefrontLog.HandlerFailed(shop.Logger, exception, row.Handler, row.Event.GetType().Name, row.Attempts, isDead);
            string error = $"{exception.GetType().Name}: {exception.Message}";
            end = row with
            {
                State = isDead ? OutboxState.Dead : OutboxState.Waiting,
                LeaseUntil = null,
                DueAt = shop.Now + WaitAfter(row.Attempts),
                Error = error.Length > LongestError ? error[..LongestError] : error,
            };
        }

        // Also when the app stops: what was done must not be done again, and what was not must not wait for the end of the lease.
        if (!await shop.Store.UpdateOutboxAsync(end, CancellationToken.None).ConfigureAwait(false))
        {
            StorefrontLog.ClaimLost(shop.Logger, row.Handler, row.Event.GetType().Name);
        }
        else
        {
            // The next event of the customer may run now.
            shop.Signal.Set();
        }
    }

    private async Task InvokeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        EventHandlerRegistration handler = shop.Handlers.Find(row.Handler)
            ?? throw new InvalidOperationException(
                $"No handler is named \"{row.Handler}\" any more. Register one under this name, or replay the event when there is one.");
        using CancellationTokenSource deadline = new(shop.Options.HandlerTimeout, shop.Time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            try
            {
                IServiceProvider services = own is null ? scope.ServiceProvider : new ShopRun(own, scope.ServiceProvider);
                await handler.InvokeAsync(services, row.Event, both.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception)
                when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"The handler \"{row.Handler}\" took longer than {shop.Options.HandlerTimeout}.", exception);
            }
        }
    }

    private static TimeSpan WaitAfter(int attempts) => Http.Waits.Doubled(TimeSpan.FromSeconds(1), attempts, LongestWait);
}
