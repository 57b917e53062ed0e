namespace WhatsCommerce.Storefronts;

/// <summary>Represents a filter for listing the entries of a conversation, newest first.</summary>
public sealed record ConversationEntryQuery
{
    /// <summary>The maximum number of entries that one call returns.</summary>
    public static int MaxLimit => 500;

    /// <summary>Gets the maximum number of entries; 50 unless set, 1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Gets the <see cref="ConversationEntry.Sequence"/> before which the entries are listed; 0 for the newest.</summary>
    public long Before { get; init; }
}
