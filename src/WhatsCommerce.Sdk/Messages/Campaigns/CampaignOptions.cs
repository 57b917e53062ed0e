namespace WhatsCommerce.Messages;

/// <summary>How a campaign is run.</summary>
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
    /// Sends once to a person who is listed under several ids, also when their number is written in several ways or forms
    /// (<see cref="PhoneNumber.IsSameLineAs"/>), over all runs and instances. Set unless it is cleared; keep it the same in all runs.
    /// </summary>
    public bool OncePerRecipient { get; init; } = true;

    /// <summary>
    /// Holds messages back to customers who want no marketing messages, as <see cref="IMarketingPreferences"/> knows. Set unless it is
    /// cleared, such as for a message that is no marketing.
    /// </summary>
    public bool HoldBackOptedOut { get; init; } = true;

    /// <summary>
    /// Sends the fallback of a message that Meta had accepted and reported as failed with error 131047 later, once, in the next run. Set
    /// unless it is cleared.
    /// </summary>
    public bool FallBackAfterFailure { get; init; } = true;

    /// <summary>
    /// Stops the campaign when more than this share of the last <see cref="FailureWindow"/> sends was refused or ended with an unknown
    /// outcome; 0.5 unless set, from 0 to 1. <see langword="null"/> for never.
    /// </summary>
    /// <remarks>Each run judges its own sends. What a <c>failed</c> status reports later does not count.</remarks>
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

    /// <summary>Of how many sends the share is taken; 200 unless set, 1 to 100,000.</summary>
    public int FailureWindow
    {
        get;
        init => field = Between(value, 1, 100_000);
    } = 200;

    /// <summary>The fewest sends of a run after which it may stop; 50 unless set, 1 to 100,000.</summary>
    public int MinimumSends
    {
        get;
        init => field = Between(value, 1, 100_000);
    } = 50;

    /// <summary>
    /// How many messages a run takes at once, so that no other instance takes them; 100 unless set, 1 to 1,000. A pause takes effect at the
    /// next batch or after <see cref="CheckInterval"/>, whichever comes first.
    /// </summary>
    public int BatchSize
    {
        get;
        init => field = Between(value, 1, 1_000);
    } = 100;

    /// <summary>
    /// After which time others take over the messages of a run that is gone; five minutes unless set, at least ten seconds. A run that is
    /// alive renews it.
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
    /// How often a run looks whether it was paused or canceled, stores results and renews its lease; five seconds unless set, at most a
    /// third of <see cref="Lease"/>.
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
    /// Called with each result of this run; <see cref="SendResult.Data"/> is the <see cref="CampaignMessage"/>. What it throws ends the
    /// run.
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
