namespace WhatsCommerce.Testing;

/// <summary>A message that a customer sent to the business.</summary>
public sealed class CustomerMessage : ChatEntry
{
    internal CustomerMessage(MessageId id, DateTimeOffset at, JsonElement json)
        : base(id, at, "sent")
    {
        JsonElement? message = json;
        string type = message.TextMember("type")!;
        JsonElement? content = message.Member(type);
        Kind = type == "interactive" ? $"{type}.{content.TextMember("type")}" : type;
        Text = type switch
        {
            "text" => content.TextMember("body"),
            "order" or "button" => content.TextMember("text"),
            "interactive" => content.Member(content.TextMember("type") ?? "").TextMember("title"),
            "reaction" => content.TextMember("emoji"),
            "location" => content.TextMember("name"),
            _ => content.TextMember("caption"),
        };
        Products = type == "order"
            ? [.. content.ArrayMember("product_items")!.Value
                .EnumerateArray()
                .Select(item => new RetailerId(((JsonElement?)item).TextMember("product_retailer_id")))]
            : message.Member("context").Member("referred_product").TextMember("product_retailer_id") is { } product ? [product] : [];
        RepliesTo = message.Member("context").TextMember("id");
        Json = json;
    }

    /// <summary>
    /// The type on the wire; of an interactive message also which: <c>text</c>, <c>order</c>, <c>interactive.button_reply</c>.
    /// </summary>
    public override string Kind { get; }

    /// <summary>
    /// The words: the text, the note of an order, the title of what was chosen, the caption; <see langword="null"/> when there are none.
    /// </summary>
    public override string? Text { get; }

    /// <summary>The items of the order, or the item that is asked about.</summary>
    public override IReadOnlyList<RetailerId> Products { get; }

    /// <summary>The message that this one answers; absent when it answers none.</summary>
    public override MessageId RepliesTo { get; }

    /// <summary>The message as the webhook tells it: <c>id</c>, <c>type</c>, <c>text</c>, <c>context</c>, ...</summary>
    public override JsonElement Json { get; }

    /// <summary>Kind and id; nothing of the content.</summary>
    public override string ToString() => $"{Kind} {Id}";
}
