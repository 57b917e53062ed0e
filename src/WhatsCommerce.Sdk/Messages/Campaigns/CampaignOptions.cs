namespace WhatsCommerce.Messages;

/// <summary>Options of running a campaign.</summary>
public sealed record CampaignOptions
{
    private static readonly TimeSpan LeastLease = TimeSpan.FromSeconds(10);

    /// <inheritdoc cref="SendManyOptions.MaxConcurrency"/>
    public int MaxConcurrency
    {
        get;
        init => field = Between(value, 1, 1_000);
    } = 16;

    /// <summary>
    /// Whether a person who is listed under several ids gets only one message, across all runs and instances, even if the number is
    /// formatted differently (<see cref="PhoneNumber.IsSameLineAs"/>). True by default; keep it the same in all runs.
    /// </summary>
    public bool OncePerRecipient { get; init; } = true;

    /// <summary>
    /// Whether messages to customers who opted out of marketing messages, as <see cref="IMarketingPreferences"/> reports, are held back.
    /// True by default; set it to <see langword="false"/> for a message that is not marketing.
    /// </summary>
    public bool HoldBackOptedOut { get; init; } = true;

    /// <summary>
    /// Whether the next run sends the fallback of a message that Meta accepted and later reported as failed with error 131047, once. True
    /// by default.
    /// </summary>
    public bool FallBackAfterFailure { get; init; } = true;

    /// <summary>
    /// The share of failed sends (rejected, or with an unknown outcome) among the last <see cref="FailureWindow"/> sends above which the
    /// campaign stops: from 0 to 1, 0.5 by default; <see langword="null"/> for never.
    /// </summary>
    /// <remarks>Each run counts its own sends. Failures that a <c>failed</c> status reports later do not count.</remarks>
    public double? StopAtFailureShare
    {
        get;
        init
        {
            if (value is { } share && !(share is >= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(value), "The share is between 0 and 1.");
            }

            field = value;
        }
    } = 0.5;

    /// <summary>
    /// The number of recent sends that <see cref="StopAtFailureShare"/> is calculated from; 200 by default, 1 to 100,000.
    /// </summary>
    public int FailureWindow
    {
        get;
        init => field = Between(value, 1, 100_000);
    } = 200;

    /// <summary>The minimum number of sends of a run before it may stop; 50 by default, 1 to 100,000.</summary>
    public int MinimumSends
    {
        get;
        init => field = Between(value, 1, 100_000);
    } = 50;

    /// <summary>
    /// The number of messages that a run claims at once, so that no other instance sends them; 100 by default, 1 to 1,000. A pause takes
    /// effect at the next batch or after <see cref="CheckInterval"/>, whichever comes first.
    /// </summary>
    public int BatchSize
    {
        get;
        init => field = Between(value, 1, 1_000);
    } = 100;

    /// <summary>
    /// The time after which other instances take over the messages of a crashed run; 5 minutes by default, at least 10 seconds. A live run
    /// renews its lease.
    /// </summary>
    public TimeSpan Lease
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, LeastLease);
            field = value;
        }
    } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How often a run checks whether it was paused or canceled, stores results and renews its lease; 5 seconds by default, at most a third
    /// of <see cref="Lease"/>.
    /// </summary>
    public TimeSpan CheckInterval
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Called with each result of this run; <see cref="SendResult.Data"/> is the <see cref="CampaignMessage"/>. An exception ends the run.
    /// </summary>
    public Action<SendResult>? OnResult { get; init; }

    internal TimeSpan Interval => CheckInterval < Lease / 3 ? CheckInterval : Lease / 3;

    private static int Between(int value, int least, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most);
        return value;
    }
}
