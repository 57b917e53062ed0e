using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>A message about one product: written from the product's page, or an answer that names it (<c>context.referred_product</c>).</summary>
/// <remarks>
/// A customer may also ask in an ordinary message, which at most quotes the one that showed the products: a <see cref="TextEvent"/>
/// with <see cref="MessageEvent.RepliesTo"/>. Source: Meta, webhooks/reference/messages/text.
/// </remarks>
public sealed record ProductQuestionEvent : MessageEvent
{
    /// <summary>Makes one, for tests of your own.</summary>
    public ProductQuestionEvent()
    {
    }

    internal ProductQuestionEvent(in MessageHead head)
        : base(head)
    {
    }

    /// <summary><c>context.referred_product.catalog_id</c>.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary><c>context.referred_product.product_retailer_id</c>: the product that the customer asks about.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary><c>text.body</c>: what the customer wrote; <see langword="null"/> when a button was pressed or a form filled in.</summary>
    public string? Text { get; init; }

    /// <summary>What the customer pressed or filled in; <see langword="null"/> when it was written.</summary>
    public InteractiveReply? Reply { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Member("CatalogId", CatalogId.Value).Member("RetailerId", RetailerId.Value).Member("Reply", Reply?.Kind.Value);
        return true;
    }
}
