namespace WhatsCommerce.Storefronts;

/// <summary>Represents a filter for listing conversations.</summary>
public sealed record ConversationQuery
{
    /// <summary>The maximum number of conversations that one call returns.</summary>
    public static int MaxLimit => 500;

    /// <summary>Gets the maximum number of conversations; 50 unless set, 1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Gets a value indicating whether only conversations with unread messages are listed.</summary>
    public bool OnlyUnread { get; init; }

    /// <summary>Gets the stored owner; <see langword="null"/> for all.</summary>
    public ConversationOwner? Owner { get; init; }

    /// <summary>Gets the time before which the last message was written, for paging; <see langword="null"/> for the first page.</summary>
    public DateTimeOffset? Before { get; init; }

    /// <summary>
    /// Gets the time since which the conversations changed, for polling; <see langword="null"/> for any. If set, they are ordered by
    /// change, oldest first.
    /// </summary>
    public DateTimeOffset? ChangedSince { get; init; }
}
