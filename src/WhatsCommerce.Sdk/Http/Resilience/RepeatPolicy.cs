namespace WhatsCommerce.Http;

/// <summary>Decides whether a call is retried, and after how long: the one place that does.</summary>
/// <remarks>
/// What was rejected before processing, or never written, may always be retried. What may have been carried out is retried only where
/// twice is the same as once.
/// </remarks>
internal static class RepeatPolicy
{
    // What Meta names is the least where it is more than the own backoff; a tenth more spreads the clients that were all told the same.
    private const double SpreadOfNamedWaits = 0.1;

    /// <summary>Whether it is safe to make a call again that failed in a way of this class.</summary>
    public static bool IsSafe(GraphCall call, GraphErrorClass errorClass) => errorClass switch
    {
        GraphErrorClass.Connection or GraphErrorClass.Throttled => true,
        GraphErrorClass.Unavailable => !call.Operation.IsSentOnce,
        _ => false,
    };

    /// <summary>Whether a failure of this class leaves unknown what became of a call that must not be made twice.</summary>
    public static bool LeavesOutcomeUnknown(GraphCall call, GraphErrorClass errorClass) =>
        call.Operation.IsSentOnce && errorClass is GraphErrorClass.Unavailable or GraphErrorClass.Unknown;

    /// <summary>Whether a failed call can be retried at all: it is safe, and its body was not read from a stream.</summary>
    public static bool Allows(GraphCall call, Exception? failure) => failure is GraphException { IsRetrySafe: true } && call.File is null;

    /// <summary>
    /// Whether to try once with another token: a request with a refused one was rejected before processing, and the token may have been
    /// rotated.
    /// </summary>
    public static bool AllowsAnotherToken(GraphCall call, Exception? failure) =>
        failure is GraphAuthenticationException && !call.TokenWasReplaced && call.File is null && call.QuerySecret is null;

    /// <summary>The wait before the next attempt, or <see langword="null"/> to give up.</summary>
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

    // Half of it fixed and half random: never at once, and never all clients at the same time.
    private static TimeSpan Backoff(RetryOptions options, int repetition) =>
        Waits.Doubled(options.BaseDelay, repetition, options.MaxDelay) * (0.5 + 0.5 * Random.Shared.NextDouble());
}
