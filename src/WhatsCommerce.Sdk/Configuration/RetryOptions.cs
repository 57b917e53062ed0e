namespace WhatsCommerce;

/// <summary>How the client retries requests.</summary>
/// <remarks>
/// <para>A send is retried only when it was rejected before processing (throttled) or never written; a send whose outcome is open never
/// is. Requests that change nothing when they are made twice are retried after a failure on Meta's side as well.</para>
/// <para>The waits double from <see cref="BaseDelay"/> to <see cref="MaxDelay"/> with a random part. A longer one that
/// Meta names goes before them: <c>Retry-After</c>, <c>estimated_time_to_regain_access</c>, and 4^n seconds after 131056. One that does not
/// fit into what is left of <see cref="TotalTime"/> is not begun: the call fails at once with
/// <see cref="GraphException.RetryAfter"/>.</para>
/// </remarks>
public sealed class RetryOptions
{
    /// <summary>Whether anything is retried; on unless switched off. A refused token is replaced once in either case.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often a request is made at most, the first time included. 4 unless set, 1 to 20.</summary>
    [WholeNumber(1, 20, ErrorMessage = "{0} must be 1 (no repetition) to 20.")]
    public int MaxAttempts { get; set; } = 4;

    /// <summary>The wait before the first retry, where Meta names none; each next one is twice as long. 1 second unless set.</summary>
    [PositiveTimeout(ErrorMessage = "{0} must be more than nothing and at most an hour.")]
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait of the client's own choice. 30 seconds unless set.</summary>
    [PositiveTimeout(ErrorMessage = "{0} must be more than nothing and at most an hour.")]
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// For how long attempts are begun, from the first one on; waits for a turn (<see cref="WhatsCommerceOptions.Pacing"/>) do not count. A
    /// call therefore ends after this and one <see cref="WhatsCommerceOptions.Timeout"/> at the latest. 1 minute unless set.
    /// </summary>
    [PositiveTimeout(ErrorMessage = "{0} must be more than nothing and at most an hour.")]
    public TimeSpan TotalTime { get; set; } = TimeSpan.FromMinutes(1);
}
