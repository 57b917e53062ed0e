namespace WhatsCommerce.Webhooks;

/// <summary>A message about one product: written from the product's page, or a reply about it (<c>context.referred_product</c>).</summary>
/// <remarks>
/// <para>A customer may also ask in an ordinary message, which at most quotes the message that showed the products: a
/// <see cref="TextEvent"/> with <see cref="MessageEvent.RepliesTo"/>.</para>
/// <para>A picture, a voice message, a location or a contact card that asks about a product stays an event of its type, with
/// <see cref="MessageEvent.ReferredProduct"/>. Only if no handler of the endpoint takes that type do the handlers of questions get it, as a
/// question with its <see cref="Content"/>. Handlers of all messages or all events are not considered; they get the event as
/// received.</para>
/// <para>Source: Meta, webhooks/reference/messages/text.</para>
/// </remarks>
public sealed record ProductQuestionEvent : MessageEvent
{
    /// <summary><c>context.referred_product.catalog_id</c>: the catalog of the product.</summary>
    public CatalogId CatalogId { get; init; }

    /// <summary><c>context.referred_product.product_retailer_id</c>: the product that the customer asks about.</summary>
    public required RetailerId RetailerId { get; init; }

    /// <summary>
    /// <c>text.body</c>, or the caption of a picture: what the customer wrote; <see langword="null"/> for a button or a form.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>The pressed button or the submitted form; <see langword="null"/> for a text.</summary>
    public InteractiveReply? Reply { get; init; }

    /// <summary>The message itself if it is neither text nor reply: a picture, a location ...; <see langword="null"/> otherwise.</summary>
    public MessageEvent? Content { get; init; }

    /// <summary>The picture, video, voice message or file of the question; <see langword="null"/> if there is none.</summary>
    public MediaEvent? Media => Content as MediaEvent;

    /// <summary>Creates the question of a message of another type; <see langword="null"/> when it is not about a product.</summary>
    internal static ProductQuestionEvent? From(WebhookEvent webhookEvent)
    {
        if (webhookEvent is not (MediaEvent or LocationEvent or ContactsEvent)
            || webhookEvent is not MessageEvent { ReferredProduct: { RetailerId.HasValue: true } product } message)
        {
            return null;
        }

        ProductQuestionEvent question = new()
        {
            CatalogId = product.CatalogId,
            RetailerId = product.RetailerId,
            Text = (message as MediaEvent)?.Caption,
            Content = message,
        };
        question.CompleteLike(message);
        return question;
    }

    // The content repeats the message; its type is enough.
    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        base.PrintMembers(builder);
        builder.Member("CatalogId", CatalogId.Value)
            .Member("RetailerId", RetailerId.Value)
            .Member("Reply", Reply?.Kind.Value)
            .Member("Content", Content?.GetType().Name);
        return true;
    }
}
