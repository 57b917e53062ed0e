namespace WhatsCommerce.Webhooks;

/// <summary>Renews the claims of running handlers, cancels handlers whose claim is lost, and reports runs that take long.</summary>
/// <remarks>
/// <para>All claims share one timer, which is set only while something runs: a handler that ends before the timer fires costs one list
/// node.</para>
/// <para>Nothing here needs the thread pool, unless the store does (<see cref="ISynchronousRenewal"/>). Otherwise handlers that block the
/// pool's threads would keep their own leases from being renewed, and other instances would run the same events.</para>
/// </remarks>
internal sealed class LeaseKeeper(ProcessingServices services)
{
    /// <summary>The number of lease lengths after which a run is reported as long.</summary>
    public const int LongAfterLeases = 3;

    private readonly Lock _gate = new();
    private readonly HeldClaims _held = new();
    private ITimer? _timer;
    private TimeSpan _interval = Timeout.InfiniteTimeSpan;
    private volatile bool _isBusy;

    /// <summary>Gets the runs that have taken longer than that, longest first.</summary>
    public IReadOnlyList<LongRun> LongRuns =>
    [
        .. Snapshot()
            .Select(held => (Held: held, Elapsed: services.Time.GetElapsedTime(held.Begun)))
            .Where(run => run.Elapsed >= LongAfterLeases * run.Held.Lease)
            .OrderByDescending(run => run.Elapsed)
            .Select(run => new LongRun(run.Held.Context, run.Elapsed)),
    ];

    /// <summary>Starts renewing a claim.</summary>
    public void Add(HeldClaim held)
    {
        lock (_gate)
        {
            _held.Add(held);
            if (_interval == Timeout.InfiniteTimeSpan || held.RenewEvery < _interval)
            {
                Wait(held.RenewEvery);
            }
        }
    }

    /// <summary>Stops renewing a claim, because its run is settled.</summary>
    public void Remove(HeldClaim held)
    {
        lock (_gate)
        {
            _held.Remove(held);
        }
    }

    /// <summary>
    /// Ensures right before the handler starts that the lease still holds, and renews it if necessary: the continuation after the store's
    /// answer may have waited long for a free thread.
    /// </summary>
    public async ValueTask<bool> IsAliveAsync(HeldClaim held) =>
        services.Time.GetElapsedTime(held.AliveSince) < held.RenewEvery
        || (await TryRenewAsync(held, RenewOnPoolAsync).ConfigureAwait(false) && !held.HasEnded(services.Time));

    private void Wait(TimeSpan interval)
    {
        _interval = interval;
        if (_timer is not null)
        {
            _timer.Change(interval, Timeout.InfiniteTimeSpan);
            return;
        }

        // Otherwise the timer would keep the execution context of the first delivery, with its span, forever.
        using (ExecutionContext.SuppressFlow())
        {
            _timer = ThreadTimer.Create(services.Time, static keeper => ((LeaseKeeper)keeper!).Look(), this, interval);
        }
    }

    private void Look()
    {
        HeldClaim[] held;
        lock (_gate)
        {
            _interval = Timeout.InfiniteTimeSpan;
            held = Snapshot();
            if (held.Length == 0)
            {
                return;
            }

            Wait(held.Min(claim => claim.RenewEvery));
        }

        foreach (HeldClaim claim in held)
        {
            TellIfLong(claim);
        }

        if (services.Store is not ISynchronousRenewal renewal)
        {
            Renew(held, RenewOnPoolAsync);
            return;
        }

        // A database that does not respond blocks the thread that renews, and not this one, which finds the leases that have ended.
        foreach (HeldClaim claim in held.Where(claim => !claim.IsLost && claim.HasEnded(services.Time)))
        {
            Lose(claim);
        }

        if (!_isBusy)
        {
            _isBusy = true;
            OwnThread.Start("renewal", () =>
            {
                Renew(held, claim => new(renewal.Renew(claim.Claim, claim.Lease)));
                _isBusy = false;
            });
        }
    }

    private void Renew(HeldClaim[] held, Func<HeldClaim, ValueTask<bool?>> renew)
    {
        foreach (HeldClaim claim in held)
        {
            _ = KeepAsync(claim, renew);
        }
    }

    private async ValueTask<bool?> RenewOnPoolAsync(HeldClaim held) =>
        await services.Store.RenewAsync(held.Claim, held.Lease, CancellationToken.None).ConfigureAwait(false);

    private async Task KeepAsync(HeldClaim held, Func<HeldClaim, ValueTask<bool?>> renew)
    {
        if (!held.IsLost && IsHeld(held) && !await TryRenewAsync(held, renew).ConfigureAwait(false) && IsHeld(held))
        {
            Lose(held);
        }
    }

    private void Lose(HeldClaim held)
    {
        if (held.Lose())
        {
            // Callbacks that a handler registers on its token must neither delay the renewal of other claims nor need the thread pool.
            OwnThread.Start("cancellation", () => Cancel(held));
        }
    }

    private void Cancel(HeldClaim held)
    {
        try
        {
            held.Cancel();
        }
        catch (ObjectDisposedException) when (!IsHeld(held))
        {
            // The handler ended meanwhile, so there is nothing to cancel.
        }
        catch (Exception exception)
        {
            // An unhandled exception on this thread would end the process.
            Log.RenewalFailed(services.Logger, exception, held.Claim.Key.Handler);
        }
    }

    /// <summary>Renews a claim.</summary>
    /// <returns>Whether the claim is assumed to hold: if the store does not answer, until the lease ends.</returns>
    private async ValueTask<bool> TryRenewAsync(HeldClaim held, Func<HeldClaim, ValueTask<bool?>> renew)
    {
        if (held.IsRenewing)
        {
            return !held.HasEnded(services.Time);
        }

        held.IsRenewing = true;
        try
        {
            long asked = services.Time.GetTimestamp();
            bool? isOurs = await renew(held).ConfigureAwait(false);
            held.AliveSince = isOurs == true ? asked : held.AliveSince;
            return isOurs ?? !held.HasEnded(services.Time);
        }
        catch (Exception exception)
        {
            // Whatever the store throws: the lease has not ended yet.
            Log.RenewalFailed(services.Logger, exception, held.Claim.Key.Handler);
            return !held.HasEnded(services.Time);
        }
        finally
        {
            held.IsRenewing = false;
        }
    }

    /// <summary>Logs a handler that runs for long: after three lease lengths, six, twelve, and so on.</summary>
    private void TellIfLong(HeldClaim held)
    {
        TimeSpan elapsed = services.Time.GetElapsedTime(held.Begun);
        if (elapsed >= LongAfterLeases * Math.Pow(2, held.TimesTold) * held.Lease)
        {
            held.TimesTold++;
            WebhookContext context = held.Context;
            Log.RunsLong(
                services.Logger,
                context.HandlerName,
                context.EndpointName.ForLogs(),
                elapsed,
                context.Event.GetType().Name,
                context.Event.IdForLogs());
        }
    }

    private HeldClaim[] Snapshot()
    {
        lock (_gate)
        {
            return _held.ToArray();
        }
    }

    private bool IsHeld(HeldClaim held)
    {
        lock (_gate)
        {
            return held.IsHeld;
        }
    }
}
