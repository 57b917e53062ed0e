namespace WhatsCommerce;

/// <summary>Client-side rate limiting, so that a campaign does not exceed Meta's rate limits (130429 and 131056). Off unless set.</summary>
/// <remarks>
/// Messages wait for their turn in the order of submission, without a time limit; cancellation ends the wait. All clients of a
/// registration that send from one number share its pace; other processes do not, unless <c>AddWhatsCommerceSharedPacing</c> is called.
/// Source: Meta, cloud-api/overview (throughput, pair rate limits).
/// </remarks>
public sealed class PacingOptions
{
    /// <summary>
    /// The messages that a phone number sends in a second, evenly spaced; <see langword="null"/> for no limit. Meta accepts 80, raises that
    /// to 1,000 on its own, and takes 20 from a number that is used in the app as well.
    /// </summary>
    [WholeNumber(1, 10_000, ErrorMessage = "{0} must be 1 to 10,000, or absent for no limit.")]
    public int? MessagesPerSecond { get; set; }

    /// <summary>
    /// The time between messages from one number to one customer after the burst; <see langword="null"/> for no limit.
    /// Meta's is 6 seconds. Groups are not limited.
    /// </summary>
    [PositiveTimeout(ErrorMessage = "{0} must be more than nothing and at most an hour, or absent for no limit.")]
    public TimeSpan? PairInterval { get; set; }

    /// <summary>
    /// The burst of messages to one customer before <see cref="PairInterval"/> applies; it refills while nothing is sent. Meta's is 45.
    /// </summary>
    [WholeNumber(1, 1_000, ErrorMessage = "{0} must be 1 to 1,000.")]
    public int PairBurst { get; set; } = 45;

    internal bool IsOn => MessagesPerSecond is not null || PairInterval is not null;
}
