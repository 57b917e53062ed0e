namespace WhatsCommerce.Messages;

/// <summary>How far a campaign has come. Counted from what is stored, over all runs and instances.</summary>
/// <remarks>
/// <see cref="Total"/> is the sum of <see cref="Open"/>, <see cref="Sent"/>, <see cref="NotSent"/>, <see cref="Unknown"/>,
/// <see cref="HeldBack"/> and <see cref="Duplicates"/>. What no run has read from the sequence yet is not in it.
/// </remarks>
public sealed record CampaignReport
{
    /// <summary>Your id of the campaign.</summary>
    public required string Id { get; init; }

    /// <summary>Its state.</summary>
    public required CampaignState State { get; init; }

    /// <summary>Why it was stopped; <see langword="null"/> unless it was.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was first run.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Messages that were read from the sequence.</summary>
    public long Total { get; init; }

    /// <summary>Messages that are still to be sent, or are being sent now.</summary>
    public long Open { get; init; }

    /// <summary>Messages that Meta accepted.</summary>
    public long Sent { get; init; }

    /// <summary>Messages that were not sent and are not tried again.</summary>
    public long NotSent { get; init; }

    /// <summary>Messages that may or may not have been sent.</summary>
    public long Unknown { get; init; }

    /// <summary>Messages to customers who want no marketing.</summary>
    public long HeldBack { get; init; }

    /// <summary>Messages to persons who get another one of the campaign.</summary>
    public long Duplicates { get; init; }

    /// <summary>How many of <see cref="Sent"/> were the fallback.</summary>
    public long Fallbacks { get; init; }

    /// <summary>
    /// How many of <see cref="Fallbacks"/> were sent because Meta had accepted the message and reported error 131047 later. The message
    /// itself is no longer in <see cref="Failed"/> then.
    /// </summary>
    public long FallbacksAfterFailure { get; init; }

    /// <summary>How many of <see cref="Sent"/> arrived, whether they were read or not.</summary>
    public long Delivered { get; init; }

    /// <summary>How many of <see cref="Sent"/> were read.</summary>
    public long Read { get; init; }

    /// <summary>How many of <see cref="Sent"/> did not arrive, as a <c>failed</c> status told.</summary>
    public long Failed { get; init; }

    /// <summary><see cref="NotSent"/> by the code of Meta's error; 0 for those without one, such as a recipient that is none.</summary>
    public IReadOnlyDictionary<int, long> NotSentByCode { get; init; } = new Dictionary<int, long>();

    /// <summary><see cref="Failed"/> by the code in the status; 0 for those without one.</summary>
    public IReadOnlyDictionary<int, long> FailedByCode { get; init; } = new Dictionary<int, long>();

    /// <summary>Id, state and the main counts.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Id}: {State}, {Sent} of {Total} sent, {NotSent} not sent, {Unknown} unknown, {HeldBack} held back, {Duplicates} duplicates, ")
        + FormattableString.Invariant($"{Open} open; {Delivered} delivered, {Read} read, {Failed} failed");
}
