namespace WhatsCommerce.Storefronts;

/// <summary>Represents a conversation with a customer: who answers, what is unread, and how long free-form messages may be sent.</summary>
/// <remarks>
/// A customer has one conversation, whichever of the shop's numbers they write to; the key of the customer identifies it.
/// </remarks>
public sealed partial record CustomerConversation
{
    /// <summary>Gets the id of the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the key of the customer; unique within the shop.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets the address that the customer last wrote from, or was written to.</summary>
    [Sensitive]
    public Recipient To { get; init; }

    /// <summary>Gets the id of the business phone number of the last message, from which replies are sent.</summary>
    public PhoneNumberId PhoneNumberId { get; init; }

    /// <summary>Gets the customer's profile name; <see langword="null"/> when it is not known.</summary>
    [Sensitive]
    public string? Name { get; init; }

    /// <summary>
    /// Gets the stored owner. The ownership of a person may have expired since: use <see cref="GetOwner"/> to take that into account.
    /// </summary>
    public ConversationOwner Owner { get; init; }

    /// <summary>Gets who took over the conversation; <see langword="null"/> if nobody did, even if it waits for a person.</summary>
    public string? Assignee { get; init; }

    /// <summary>Gets when the current owner took over; <see langword="null"/> when it was always the storefront.</summary>
    public DateTimeOffset? OwnedSince { get; init; }

    /// <summary>Gets when the conversation automatically returns to the storefront; <see langword="null"/> when it does not.</summary>
    public DateTimeOffset? ReturnsAt { get; init; }

    /// <summary>
    /// Gets a value indicating whether a person took the conversation over from another program, to which it is handed back.
    /// </summary>
    public bool IsTakenFromOther { get; init; }

    /// <summary>
    /// Gets when the 24-hour window for free-form messages closes; <see langword="null"/> when the customer has not written.
    /// </summary>
    public DateTimeOffset? WindowEndsAt { get; init; }

    /// <summary>Gets the number of unread messages of the customer.</summary>
    public int Unread { get; init; }

    /// <summary>Gets the id of the customer's last message, for marking it as read; absent when there is none.</summary>
    [Sensitive]
    public MessageId LastInboundId { get; init; }

    /// <summary>Gets the type of the last message, such as <c>text</c>; <see langword="null"/> when there is none.</summary>
    public string? LastKind { get; init; }

    /// <summary>Gets who wrote the last message.</summary>
    public ConversationAuthor LastAuthor { get; init; }

    /// <summary>Gets the beginning of the last message; <see langword="null"/> when it has no text, or the text was deleted.</summary>
    [Sensitive]
    public string? Preview { get; init; }

    /// <summary>
    /// Gets the newest time of a message. The last message may have an earlier one: of messages within a minute, which have the times of
    /// different clocks, the one that arrived last is the last.
    /// </summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>Gets when the conversation or one of its messages last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Gets the version of the row, incremented by each change; 0 before it is stored.</summary>
    public long Version { get; init; }

    /// <summary>Returns who answers at a time.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The owner; the storefront when the ownership of a person has expired.</returns>
    public ConversationOwner GetOwner(DateTimeOffset time) =>
        Owner == ConversationOwner.Human && ReturnsAt <= time ? ConversationOwner.Bot : Owner;

    /// <summary>Returns how long the 24-hour window for free-form messages is still open.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The remaining time; zero when the window is closed.</returns>
    public TimeSpan GetWindowLeft(DateTimeOffset time) =>
        WindowEndsAt is DateTimeOffset end && end > time ? end - time : TimeSpan.Zero;
}
