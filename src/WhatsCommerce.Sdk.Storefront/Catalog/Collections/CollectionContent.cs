namespace WhatsCommerce.Storefronts;

/// <summary>The messages that show a page of a collection or of the menu; empty when there is nothing to show.</summary>
internal sealed record CollectionContent(IReadOnlyList<OutboundMessage> Messages, int Count, bool HasMore)
{
    public static CollectionContent Empty { get; } = new([], 0, HasMore: false);
}
