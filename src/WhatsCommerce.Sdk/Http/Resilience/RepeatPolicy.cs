namespace WhatsCommerce.Http;

/// <summary>Decides whether and when a call is retried; nothing else does.</summary>
/// <remarks>
/// Requests that were rejected before processing, or never written, may always be retried. A request that may have been carried out is
/// retried only if it is idempotent.
/// </remarks>
internal static class RepeatPolicy
{
    // A wait from Meta is the minimum where it is longer than our backoff; 10 % jitter spreads the clients that all got the same wait.
    private const double SpreadOfNamedWaits = 0.1;

    /// <summary>Returns whether it is safe to retry a call after an error of this class.</summary>
    public static bool IsSafe(GraphCall call, GraphErrorClass errorClass) => errorClass switch
    {
        GraphErrorClass.Connection or GraphErrorClass.Throttled => true,
        GraphErrorClass.Unavailable => !call.Operation.IsSentOnce,
        _ => false,
    };

    /// <summary>Returns whether an error of this class leaves unknown whether a call that must not be repeated was carried out.</summary>
    public static bool LeavesOutcomeUnknown(GraphCall call, GraphErrorClass errorClass) =>
        call.Operation.IsSentOnce && errorClass is GraphErrorClass.Unavailable or GraphErrorClass.Unknown;

    /// <summary>Returns whether a failed call can be retried at all: it is safe, and its body did not come from a stream.</summary>
    public static bool Allows(GraphCall call, Exception? failure) => failure is GraphException { IsRetrySafe: true } && call.File is null;

    /// <summary>
    /// Returns whether to try once with another token: a request with a rejected token was not processed, and the token may have been
    /// rotated.
    /// </summary>
    public static bool AllowsAnotherToken(GraphCall call, Exception? failure) =>
        failure is GraphAuthenticationException && !call.TokenWasReplaced && call.File is null && call.QuerySecret is null;

    /// <summary>Gets the wait before the next attempt, or <see langword="null"/> to stop retrying.</summary>
    /// <param name="call">The call so far.</param>
    /// <param name="failure">How its last attempt failed.</param>
    /// <param name="elapsed">The time since its first attempt began, without waits for a turn.</param>
    public static TimeSpan? WaitBeforeNext(GraphCall call, Exception? failure, TimeSpan elapsed)
    {
        RetryOptions options = call.Account.Options.Retry;
        if (!Allows(call, failure) || !options.Enabled || call.Attempts >= options.MaxAttempts)
        {
            return null;
        }

        TimeSpan left = options.TotalTime - elapsed;
        TimeSpan wait = Backoff(options, call.Attempts - 1);
        if (((GraphException)failure!).RetryAfter is TimeSpan named && named > wait)
        {
            TimeSpan spread = named * (1 + SpreadOfNamedWaits * Random.Shared.NextDouble());
            wait = spread < left ? spread : named;
        }

        return wait < left ? wait : null;
    }

    // Half fixed and half random: never immediately, and never all clients at the same time.
    private static TimeSpan Backoff(RetryOptions options, int repetition) =>
        Waits.Doubled(options.BaseDelay, repetition, options.MaxDelay) * (0.5 + 0.5 * Random.Shared.NextDouble());
}
