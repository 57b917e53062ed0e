namespace WhatsCommerce.Http;

/// <summary>Decides whether a failed call is made again, and after how long.</summary>
internal static class RetryWait
{
    // What Meta names is the least where it is more than the own backoff; a tenth more spreads the clients that were all told the same.
    private const double SpreadOfNamedWaits = 0.1;

    private const int MaxDoublings = 30;

    /// <summary>The wait before the next attempt, or <see langword="null"/> to give up.</summary>
    /// <param name="call">The call so far.</param>
    /// <param name="exception">How its last attempt failed.</param>
    /// <param name="elapsed">The time since its first attempt began, without waits for a turn.</param>
    public static TimeSpan? After(GraphCall call, Exception? exception, TimeSpan elapsed)
    {
        RetryOptions options = call.Account.Options.Retry;
        if (exception is not GraphException { IsRetrySafe: true } failure || !call.CanRepeat || !options.Enabled || call.Attempts >= options.MaxAttempts)
        {
            return null;
        }

        TimeSpan left = options.TotalTime - elapsed;
        TimeSpan wait = Backoff(options, call.Attempts - 1);
        if (failure.RetryAfter is TimeSpan named && named > wait)
        {
            TimeSpan spread = named * (1 + SpreadOfNamedWaits * Random.Shared.NextDouble());
            wait = spread < left ? spread : named;
        }

        return wait < left ? wait : null;
    }

    // Half of it fixed and half random: never at once, and never all clients at the same time.
    private static TimeSpan Backoff(RetryOptions options, int repetition)
    {
        double ticks = options.BaseDelay.Ticks * Math.Pow(2, Math.Min(repetition, MaxDoublings));
        return TimeSpan.FromTicks((long)(Math.Min(ticks, options.MaxDelay.Ticks) * (0.5 + 0.5 * Random.Shared.NextDouble())));
    }
}
