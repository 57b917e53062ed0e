namespace WhatsCommerce.Webhooks;

/// <summary>A conversation that this process works on. <see cref="ConversationKeeper"/> renews its lease.</summary>
internal sealed class HeldConversation(ConversationLease lease)
{
    private volatile bool _isLost;

    public ConversationLease Lease => lease;

    /// <summary>
    /// Gets or sets a value indicating whether another instance owns the conversation by now: no further event of it may start.
    /// </summary>
    public bool IsLost
    {
        get => _isLost;
        set => _isLost = value;
    }
}
