namespace WhatsCommerce;

/// <summary>Configures how the client retries requests.</summary>
/// <remarks>
/// <para>A send is retried only when it was rejected before processing (throttled) or never written to the connection; a send whose outcome
/// is unknown is never retried. Idempotent requests are also retried after a failure on Meta's side.</para>
/// <para>The backoff doubles from <see cref="BaseDelay"/> to <see cref="MaxDelay"/>, with jitter. A longer wait that Meta asks for takes
/// precedence: <c>Retry-After</c>, <c>estimated_time_to_regain_access</c>, and 4^n seconds after 131056. A wait that exceeds the rest of
/// <see cref="TotalTime"/> is not started: the call fails at once with <see cref="GraphException.RetryAfter"/> set.</para>
/// </remarks>
public sealed class RetryOptions
{
    /// <summary>
    /// Gets or sets whether requests are retried; <see langword="true"/> by default. A rejected token is replaced once in either case.
    /// </summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Gets or sets the maximum number of attempts, including the first: 1 to 20, 4 by default.</summary>
    [NumberBetween(1, 20, ErrorMessage = "{0} must be from 1 (no retry) to 20.")]
    public int MaxAttempts { get; set; } = 4;

    /// <summary>
    /// Gets or sets the delay before the first retry where Meta asks for none; it doubles with each retry. 1 second by default.
    /// </summary>
    [TimeBetween(0, 3_600, IsLonger = true, ErrorMessage = "{0} must be longer than 0 and at most 1 hour.")]
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets or sets the longest delay of the client's own backoff; 30 seconds by default.</summary>
    [TimeBetween(0, 3_600, IsLonger = true, ErrorMessage = "{0} must be longer than 0 and at most 1 hour.")]
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets how long after the first attempt another one may still start; 1 minute by default. Waits for a turn
    /// (<see cref="WhatsCommerceOptions.Pacing"/>) do not count. A call therefore takes at most this time plus one
    /// <see cref="WhatsCommerceOptions.Timeout"/>.
    /// </summary>
    [TimeBetween(0, 3_600, IsLonger = true, ErrorMessage = "{0} must be longer than 0 and at most 1 hour.")]
    public TimeSpan TotalTime { get; set; } = TimeSpan.FromMinutes(1);
}
