namespace WhatsCommerce;

/// <summary>Client-side rate limiting, so that a campaign does not exceed Meta's rate limits (130429 and 131056). Off by default.</summary>
/// <remarks>
/// Messages wait for their turn in the order of submission, for as long as it takes; cancellation ends the wait. All clients of a
/// registration that send from one number share its pace; other processes do not, unless <c>AddWhatsCommerceSharedPacing</c> is called.
/// Source: Meta, cloud-api/overview (throughput, pair rate limits).
/// </remarks>
public sealed class PacingOptions
{
    /// <summary>
    /// Gets or sets the number of messages that a phone number sends per second, evenly spaced: 1 to 10,000; <see langword="null"/> (the
    /// default) for no limit. Meta accepts 80, raises that to 1,000 automatically, and limits a number that is also used in the WhatsApp
    /// Business app to 20.
    /// </summary>
    [NumberBetween(1, 10_000, ErrorMessage = "{0} must be from 1 to 10,000, or absent for no limit.")]
    public int? MessagesPerSecond { get; set; }

    /// <summary>
    /// Gets or sets the time between two messages from one number to one customer once <see cref="PairBurst"/> is used up, at most 1 hour;
    /// <see langword="null"/> (the default) for no limit. Meta's limit is 6 seconds. Groups are not limited.
    /// </summary>
    [TimeBetween(0, 3_600, IsLonger = true, ErrorMessage = "{0} must be longer than 0 and at most 1 hour, or absent for no limit.")]
    public TimeSpan? PairInterval { get; set; }

    /// <summary>
    /// Gets or sets how many messages to one customer may be sent in a burst before <see cref="PairInterval"/> applies: 1 to 1,000, 45 by
    /// default (Meta's limit). The burst refills while nothing is sent.
    /// </summary>
    [NumberBetween(1, 1_000, ErrorMessage = "{0} must be from 1 to 1,000.")]
    public int PairBurst { get; set; } = 45;

    internal bool IsOn => MessagesPerSecond is not null || PairInterval is not null;
}
