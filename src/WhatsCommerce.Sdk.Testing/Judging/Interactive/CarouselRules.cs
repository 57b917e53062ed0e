using WhatsCommerce.Testing.Judging.Products;

namespace WhatsCommerce.Testing.Judging.Interactive;

/// <summary>
/// The rules for a carousel: two to ten cards of one kind, either products of one catalog, or images and videos with the same buttons.
/// Source: Meta, catalogs/interactive-product-carousel-messages and messages/interactive-media-carousel-messages.
/// </summary>
internal static class CarouselRules
{
    private const string Messages = "carousel messages";

    public static Refusal? Judge(Place interactive, IShelf shelf, MessageContent content)
    {
        Place cards = interactive["action"]["cards"];
        HashSet<long> indexes = [];
        if ((interactive["header"].Forbid(Messages) ?? interactive["footer"].Forbid(Messages)
            ?? cards.NeedArray("cards", Limits.MinCards, Limits.MaxCards)
            ?? cards.Each(card =>
                card.NeedObject() ?? Index(card["card_index"], indexes) ?? card["type"].NeedWord("product", "cta_url"))) is { } refusal)
        {
            return refusal;
        }

        string type = cards.Items.First()["type"].Text!;
        return cards.Each(card => card["type"].Text == type ? null : card["type"].Wrong($"must be the same for all cards: {type}"))
            ?? (type == "product" ? Products(cards, shelf, content) : Media(cards));
    }

    /// <summary>The index of a card: 0 to 9, and each once.</summary>
    public static Refusal? Index(Place index, HashSet<long> seen) =>
        index.NeedWhole(0, Limits.MaxCards - 1) ?? (seen.Add(index.Whole!.Value) ? null : index.Wrong("must be unique within the message"));

    // Meta does not document what happens to a carousel with a product that the catalog does not contain; here its products are shown
    // unchecked.
    private static Refusal? Products(Place cards, IShelf shelf, MessageContent content)
    {
        List<string> products = [];
        string? catalog = null;
        Refusal? refusal = cards.Each(card =>
        {
            Place action = card["action"];
            products.Add(action["product_retailer_id"].Text ?? "");
            return action.NeedObject()
                ?? ProductRules.CatalogId(action, out string named)
                ?? ProductRules.RetailerId(action["product_retailer_id"], out _)
                ?? ((catalog ??= named) == named ? null : action["catalog_id"].Wrong("must be the same for all cards"));
        });
        content.Products = products;
        return refusal ?? (shelf.IsVisible ? null : MissingProducts.CatalogHidden());
    }

    private static Refusal? Media(Place cards)
    {
        string? buttons = null;
        return cards.Each(card =>
            HeaderRules.Need(card["header"], "cards", "image", "video")
            ?? Body(card["body"])
            ?? Buttons(card["action"], out string found)
            ?? ((buttons ??= found) == found
                ? null
                : card["action"].Wrong($"must have the same buttons on all cards: {buttons}, not {found}")));
    }

    private static Refusal? Body(Place body)
    {
        if (!body.IsThere)
        {
            return null;
        }

        Place text = body["text"];
        return text.NeedText("Card body text", Limits.CardBody)
            ?? (text.Text.AsSpan().Count('\n') > Limits.CardBodyLineBreaks
                ? text.WrongCount("line breaks", 0, Limits.CardBodyLineBreaks)
                : null);
    }

    private static Refusal? Buttons(Place action, out string found)
    {
        bool hasReplies = action["buttons"].IsThere;
        found = hasReplies
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{action["buttons"].Count} of quick_reply")
            : "1 of cta_url";
        return action.NeedObject()
            ?? (hasReplies && action["name"].IsThere ? action.Wrong("must have either a cta_url or quick replies, not both") : null)
            ?? (hasReplies ? ButtonRules.QuickReplies(action) : action["name"].NeedWord("cta_url") ?? ButtonRules.Address(action));
    }
}
