namespace WhatsCommerce.Messages;

/// <summary>Represents the progress of a campaign: the stored counts, over all runs and instances.</summary>
/// <remarks>
/// <see cref="Total"/> is the sum of <see cref="Open"/>, <see cref="Sent"/>, <see cref="NotSent"/>, <see cref="Unknown"/>,
/// <see cref="HeldBack"/> and <see cref="Duplicates"/>. Messages that no run has read from the sequence yet are not counted.
/// </remarks>
public sealed record CampaignReport
{
    /// <summary>Your id of the campaign.</summary>
    public required string Id { get; init; }

    /// <summary>Its state.</summary>
    public required CampaignState State { get; init; }

    /// <summary>Why it was stopped; <see langword="null"/> if it was not.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was first run.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The number of messages that were read from the sequence.</summary>
    public long Total { get; init; }

    /// <summary>The number of messages that are still to be sent, or are being sent now.</summary>
    public long Open { get; init; }

    /// <summary>The number of messages that Meta accepted.</summary>
    public long Sent { get; init; }

    /// <summary>The number of messages that were not sent and are not retried.</summary>
    public long NotSent { get; init; }

    /// <summary>The number of messages that may or may not have been sent.</summary>
    public long Unknown { get; init; }

    /// <summary>The number of messages that were held back, because their customers opted out of marketing messages.</summary>
    public long HeldBack { get; init; }

    /// <summary>The number of messages that were not sent because the same person gets another message of the campaign.</summary>
    public long Duplicates { get; init; }

    /// <summary>The number of <see cref="Sent"/> messages that were the fallback.</summary>
    public long Fallbacks { get; init; }

    /// <summary>
    /// The number of <see cref="Fallbacks"/> that were sent because Meta had accepted the message and reported error 131047 later. The
    /// message itself is then no longer counted in <see cref="Failed"/>.
    /// </summary>
    public long FallbacksAfterFailure { get; init; }

    /// <summary>The number of <see cref="Sent"/> messages that were delivered, whether they were read or not.</summary>
    public long Delivered { get; init; }

    /// <summary>The number of <see cref="Sent"/> messages that were read.</summary>
    public long Read { get; init; }

    /// <summary>The number of <see cref="Sent"/> messages that a <c>failed</c> status reported.</summary>
    public long Failed { get; init; }

    /// <summary>
    /// The <see cref="NotSent"/> messages by the code of Meta's error; 0 for those without a code, such as an invalid recipient.
    /// </summary>
    public IReadOnlyDictionary<int, long> NotSentByCode { get; init; } = new Dictionary<int, long>();

    /// <summary>The <see cref="Failed"/> messages by the code in the status; 0 for those without a code.</summary>
    public IReadOnlyDictionary<int, long> FailedByCode { get; init; } = new Dictionary<int, long>();

    /// <summary>Returns id, state, the main counts with the codes of errors, and why it was stopped.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Id}: {State}, {Sent} of {Total} sent, {NotSent} not sent{Codes(NotSentByCode)}, {Unknown} unknown, {HeldBack} held back, ")
        + FormattableString.Invariant($"{Duplicates} duplicates, {Open} open; {Delivered} delivered, {Read} read, ")
        + FormattableString.Invariant($"{Failed} failed{Codes(FailedByCode)}{(Reason is null ? "" : $". {Reason}")}");

    private static string Codes(IReadOnlyDictionary<int, long> counts) => counts.Count == 0
        ? ""
        : $" ({string.Join(", ", counts.OrderByDescending(static of => of.Value).ThenBy(static of => of.Key).Select(Written))})";

    private static string Written(KeyValuePair<int, long> count) => count.Key == 0
        ? FormattableString.Invariant($"{count.Value} without a code")
        : FormattableString.Invariant($"{count.Value} with error {count.Key}");
}
