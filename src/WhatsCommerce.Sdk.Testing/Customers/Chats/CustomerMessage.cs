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
    /// The message type, including the interactive type: <c>text</c>, <c>order</c>, <c>interactive.button_reply</c>.
    /// </summary>
    public override string Kind { get; }

    /// <summary>
    /// The text, the note of an order, the title of the chosen button or row, or the caption; <see langword="null"/> when there is none.
    /// </summary>
    public override string? Text { get; }

    /// <summary>The retailer ids of the items in the order, or of the item that is asked about.</summary>
    public override IReadOnlyList<RetailerId> Products { get; }

    /// <summary>The id of the message that this one replies to; absent when it is not a reply.</summary>
    public override MessageId RepliesTo { get; }

    /// <summary>The message as in the webhook: <c>id</c>, <c>type</c>, <c>text</c>, <c>context</c>, ...</summary>
    public override JsonElement Json { get; }

    /// <summary>Returns the kind and the id, without content.</summary>
    public override string ToString() => $"{Kind} {Id}";
}
