namespace WhatsCommerce.Storefronts;

/// <summary>A conversation with a customer: who answers, what is unread, how long anything but a template may be sent.</summary>
/// <remarks>A customer has one, whichever of the shop's numbers they write to; it is known by the key of the customer.</remarks>
public sealed partial record CustomerConversation
{
    /// <summary>Gets the shop.</summary>
    public required string ShopId { get; init; }

    /// <summary>Gets the customer. With the shop it is the key.</summary>
    public required CustomerKey Customer { get; init; }

    /// <summary>Gets the address that the customer wrote from last, or was written to.</summary>
    [Sensitive]
    public Recipient To { get; init; }

    /// <summary>Gets the business phone number of the last message, from which answers leave.</summary>
    public PhoneNumberId PhoneNumberId { get; init; }

    /// <summary>Gets the name that the customer shows; <see langword="null"/> when it is not known.</summary>
    [Sensitive]
    public string? Name { get; init; }

    /// <summary>
    /// Gets who answers, as it was stored: a person's time may be over by now. <see cref="GetOwner"/> takes that into account.
    /// </summary>
    public ConversationOwner Owner { get; init; }

    /// <summary>Gets who took it over; <see langword="null"/> if nobody has, even if it waits for a person.</summary>
    public string? Assignee { get; init; }

    /// <summary>Gets since when the owner answers; <see langword="null"/> when it was always the storefront.</summary>
    public DateTimeOffset? OwnedSince { get; init; }

    /// <summary>Gets when it goes back to the storefront on its own; <see langword="null"/> when it does not.</summary>
    public DateTimeOffset? ReturnsAt { get; init; }

    /// <summary>Gets a value indicating whether a person took it from another program, which gets it back.</summary>
    public bool IsTakenFromOther { get; init; }

    /// <summary>Gets until when anything but a template may be sent; <see langword="null"/> when the customer has not written.</summary>
    public DateTimeOffset? WindowEndsAt { get; init; }

    /// <summary>Gets the number of unread messages of the customer.</summary>
    public int Unread { get; init; }

    /// <summary>Gets the last message of the customer, to mark it as read; absent when there is none.</summary>
    [Sensitive]
    public MessageId LastInboundId { get; init; }

    /// <summary>Gets the kind of the last message, such as <c>text</c>; <see langword="null"/> when there is none.</summary>
    public string? LastKind { get; init; }

    /// <summary>Gets who wrote the last message.</summary>
    public ConversationAuthor LastAuthor { get; init; }

    /// <summary>Gets the beginning of the last message; <see langword="null"/> when it has no words, or they were removed.</summary>
    [Sensitive]
    public string? Preview { get; init; }

    /// <summary>Gets when the last message was written.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>Gets when the conversation or one of its messages changed last.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Gets the version of the row, incremented by each change; 0 before it is stored.</summary>
    public long Version { get; init; }

    /// <summary>Returns who answers at a time.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The owner; the storefront when the time of a person is over.</returns>
    public ConversationOwner GetOwner(DateTimeOffset time) =>
        Owner == ConversationOwner.Human && ReturnsAt <= time ? ConversationOwner.Bot : Owner;

    /// <summary>Returns how long anything but a template may still be sent.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The time that is left; zero when the window is closed.</returns>
    public TimeSpan GetWindowLeft(DateTimeOffset time) =>
        WindowEndsAt is DateTimeOffset end && end > time ? end - time : TimeSpan.Zero;
}
