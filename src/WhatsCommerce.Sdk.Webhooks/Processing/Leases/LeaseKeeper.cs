using WhatsCommerce.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Renews the claims of the handlers that run, and tells those whose claim is lost.</summary>
/// <remarks>One timer for all, set only while something runs: a handler that ends before it fires has cost a place in a list.</remarks>
internal sealed class LeaseKeeper(ProcessingServices services)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<HeldClaim> _held = [];
    private ITimer? _timer;
    private TimeSpan _interval = Timeout.InfiniteTimeSpan;

    /// <summary>Keeps a claim alive from now on.</summary>
    public void Add(HeldClaim held)
    {
        lock (_gate)
        {
            _held.AddLast(held.Place);
            if (_interval == Timeout.InfiniteTimeSpan || held.RenewEvery < _interval)
            {
                Wait(held.RenewEvery);
            }
        }
    }

    /// <summary>Leaves a claim alone, since its handler ended.</summary>
    public void Remove(HeldClaim held)
    {
        lock (_gate)
        {
            _held.Remove(held.Place);
        }
    }

    private void Wait(TimeSpan interval)
    {
        _interval = interval;
        if (_timer is null)
        {
            // Else the timer would carry the first delivery's context, and its span, for good.
            using (ExecutionContext.SuppressFlow())
            {
                _timer = services.Time.CreateTimer(
                    static keeper => ((LeaseKeeper)keeper!).RenewAll(), this, interval, Timeout.InfiniteTimeSpan);
            }

            return;
        }

        _timer.Change(interval, Timeout.InfiniteTimeSpan);
    }

    private void RenewAll()
    {
        HeldClaim[] held;
        lock (_gate)
        {
            _interval = Timeout.InfiniteTimeSpan;
            if (_held.Count == 0)
            {
                return;
            }

            held = [.. _held];
            Wait(held.Min(claim => claim.RenewEvery));
        }

        foreach (HeldClaim claim in held)
        {
            _ = KeepAsync(claim);
        }
    }

    private async Task KeepAsync(HeldClaim held)
    {
        try
        {
            if (!held.IsLost && !await TryRenewAsync(held).ConfigureAwait(false) && IsHeld(held))
            {
                await held.LoseAsync().ConfigureAwait(false);
            }
        }
        catch (ObjectDisposedException) when (!IsHeld(held))
        {
            // The handler ended meanwhile: there is nobody to tell any more.
        }
#pragma warning disable CA1031 // Nobody waits for this task, and what a handler hangs on its token must not stop the others' renewal.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.RenewalFailed(services.Logger, exception, held.Claim.Key.Handler);
        }
    }

    /// <summary>Renews a claim.</summary>
    /// <returns>Whether it is, as far as one can tell, still ours: while the store does not answer, until the lease ends.</returns>
    private async ValueTask<bool> TryRenewAsync(HeldClaim held)
    {
        if (held.IsRenewing)
        {
            return !HasEnded(held);
        }

        held.IsRenewing = true;
        try
        {
            long asked = services.Time.GetTimestamp();
            if (!await services.Store.RenewAsync(held.Claim, held.Lease, CancellationToken.None).ConfigureAwait(false))
            {
                return false;
            }

            held.AliveSince = asked;
            return true;
        }
#pragma warning disable CA1031 // Whatever is the matter with the store, the lease runs on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.RenewalFailed(services.Logger, exception, held.Claim.Key.Handler);
            return !HasEnded(held);
        }
        finally
        {
            held.IsRenewing = false;
        }
    }

    private bool HasEnded(HeldClaim held) => services.Time.GetElapsedTime(held.AliveSince) >= held.Lease;

    private bool IsHeld(HeldClaim held)
    {
        lock (_gate)
        {
            return held.Place.List is not null;
        }
    }
}
