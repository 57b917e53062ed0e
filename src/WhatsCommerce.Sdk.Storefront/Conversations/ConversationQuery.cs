namespace WhatsCommerce.Storefronts;

/// <summary>Which conversations are listed.</summary>
public sealed record ConversationQuery
{
    /// <summary>The most that one call returns.</summary>
    public static int MaxLimit => 500;

    /// <summary>Gets how many at most; 50 unless set, 1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Gets a value indicating whether only those with unread messages are listed.</summary>
    public bool OnlyUnread { get; init; }

    /// <summary>Gets the owner, as it was stored; <see langword="null"/> for all.</summary>
    public ConversationOwner? Owner { get; init; }

    /// <summary>Gets the time before which the last message was written, to list the next page; <see langword="null"/> for now.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>
    /// Gets the time since which something changed, to follow what is new; <see langword="null"/> for ever. Then the order is that of the
    /// changes, the oldest first.
    /// </summary>
    public DateTimeOffset? ChangedSince { get; init; }
}
