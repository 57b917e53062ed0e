using System.Text.Json;

namespace WhatsCommerce.Testing.Judging;

/// <summary>
/// The rules of interactive messages. Those that sell (catalog, product, product list) are judged whole; the other documented types
/// by their texts and by having an action. Source: Meta, catalogs/share-products and messages/interactive-*.
/// </summary>
internal static class InteractiveRules
{
    private const string Types = """
        ADDRESS_MESSAGE, BUTTON, CALL_PERMISSION_REQUEST, CAROUSEL, CATALOG_MESSAGE, CTA_URL, FLOW, LIST, LOCATION_REQUEST_MESSAGE, ORDER_DETAILS, ORDER_STATUS, PRODUCT, PRODUCT_LIST, REQUEST_CONTACT_INFO, VOICE_CALL
        """;

    public static Refusal? Judge(JsonElement? request, IShelf shelf, MessageContent content)
    {
        JsonElement? interactive = request.ObjectMember("interactive");
        if (interactive is null)
        {
            return Refusals.Required("interactive");
        }

        string? type = interactive.TextMember("type");
        if (string.IsNullOrEmpty(type))
        {
            return Refusals.Required("interactive['type']");
        }

        content.Kind = "interactive." + type;
        content.Text = interactive.ObjectMember("body").TextMember("text");
        return type switch
        {
            "catalog_message" => CatalogMessage(interactive, shelf, content),
            "product" => Product(interactive, shelf, content),
            "product_list" => ProductList(interactive, shelf, content),
            "carousel" => Carousel(interactive, content),
            "list" => Other(interactive, Limits.ListBody),
            "address_message" or "button" or "call_permission_request" or "cta_url" or "flow" or "location_request_message"
                or "order_details" or "order_status" or "request_contact_info" or "voice_call" => Other(interactive, Limits.InteractiveBody),
            _ => Refusals.NotOneOf("interactive['type']", Types, type),
        };
    }

    private static Refusal? CatalogMessage(JsonElement? interactive, IShelf shelf, MessageContent content)
    {
        if ((NoHeader(interactive, "catalog messages") ?? Body(interactive, required: true) ?? Footer(interactive) ?? Action(interactive)) is { } refusal)
        {
            return refusal;
        }

        JsonElement? action = interactive.ObjectMember("action");
        if (action.TextMember("name") is not { } name)
        {
            return Refusals.Missing("The parameter interactive['action']['name'] is required.");
        }

        if (name != "catalog_message")
        {
            return Refusals.Invalid("The parameter interactive['action']['name'] must be catalog_message for catalog messages.");
        }

        if (!shelf.IsVisible)
        {
            return Refusals.CatalogHidden();
        }

        // Meta's page calls the parameters optional (the first item is shown); a thumbnail that is given must exist.
        if (action.Member("parameters").Member("thumbnail_product_retailer_id") is null)
        {
            return null;
        }

        if (ProductRules.RetailerId(action.Member("parameters"), "thumbnail_product_retailer_id", "interactive['action']['parameters']", out string thumbnail) is { } wrong)
        {
            return wrong;
        }

        content.Products = [thumbnail];
        return shelf.Holds(thumbnail) ? null : Refusals.ProductsNotFound(shelf.CatalogId ?? "none", [thumbnail]);
    }

    private static Refusal? Product(JsonElement? interactive, IShelf shelf, MessageContent content)
    {
        if ((NoHeader(interactive, "product messages") ?? Body(interactive, required: false) ?? Footer(interactive) ?? Action(interactive)) is { } refusal)
        {
            return refusal;
        }

        JsonElement? action = interactive.ObjectMember("action");
        if (ProductRules.CatalogId(action, out string catalogId) is { } wrongCatalog)
        {
            return wrongCatalog;
        }

        return ProductRules.RetailerId(action, "product_retailer_id", "interactive['action']", out string product)
            ?? ProductRules.Stocked(shelf, catalogId, [product], content);
    }

    private static Refusal? ProductList(JsonElement? interactive, IShelf shelf, MessageContent content)
    {
        JsonElement? header = interactive.ObjectMember("header");
        if (header is null)
        {
            return Refusals.Missing("The parameter interactive['header'] is required for product list messages.");
        }

        if (header.TextMember("type") is var headerType and not "text")
        {
            return headerType is null
                ? Refusals.Missing("The parameter interactive['header']['type'] is required.")
                : Refusals.Invalid("The header of a product list message must be of type text.");
        }

        if ((HeaderText(header) ?? Body(interactive, required: true) ?? Footer(interactive) ?? Action(interactive)) is { } refusal)
        {
            return refusal;
        }

        JsonElement? action = interactive.ObjectMember("action");
        List<string> products = [];
        return ProductRules.CatalogId(action, out string catalogId)
            ?? ProductRules.Sections(action, products)
            ?? ProductRules.Stocked(shelf, catalogId, products, content);
    }

    // How a product that the catalog lacks is answered in a carousel is not documented: its products are shown as they come.
    private static Refusal? Carousel(JsonElement? interactive, MessageContent content)
    {
        if ((Body(interactive, required: true) ?? Action(interactive)) is { } refusal)
        {
            return refusal;
        }

        JsonElement? cards = interactive.ObjectMember("action").ArrayMember("cards");
        if (cards is null)
        {
            return Refusals.Missing("The parameter interactive['action']['cards'] is required.");
        }

        content.Products = [.. cards.Value.EnumerateArray()
            .Select(card => ((JsonElement?)card).ObjectMember("action").TextMember("product_retailer_id"))
            .OfType<string>()];
        return cards.Value.GetArrayLength() is < Limits.MinCards or > Limits.MaxCards
            ? Refusals.Invalid($"Invalid cards count. Min allowed cards: {Limits.MinCards}, Max allowed cards: {Limits.MaxCards}")
            : null;
    }

    private static Refusal? Other(JsonElement? interactive, int bodyLimit)
    {
        JsonElement? header = interactive.ObjectMember("header");
        return (header.TextMember("type") == "text" ? HeaderText(header) : null)
            ?? Body(interactive, required: true, bodyLimit)
            ?? Footer(interactive)
            ?? Action(interactive);
    }

    private static Refusal? NoHeader(JsonElement? interactive, string messages) => interactive.Member("header") is null
        ? null
        : Refusals.Invalid($"The parameter interactive['header'] is not allowed for {messages}.");

    private static Refusal? HeaderText(JsonElement? header) => header.TextMember("text") is not { } text
        ? Refusals.Missing("The parameter interactive['header']['text'] is required.")
        : WithinLength(text, "Header text", 1, Limits.HeaderText);

    private static Refusal? Body(JsonElement? interactive, bool required, int limit = Limits.InteractiveBody)
    {
        if (interactive.Member("body") is null)
        {
            return required ? Refusals.Missing("The parameter interactive['body'] is required.") : null;
        }

        return interactive.ObjectMember("body").TextMember("text") is not { } text
            ? Refusals.Missing("The parameter interactive['body']['text'] is required.")
            : WithinLength(text, "Body text", 1, limit);
    }

    private static Refusal? Footer(JsonElement? interactive)
    {
        if (interactive.Member("footer") is null)
        {
            return null;
        }

        return interactive.ObjectMember("footer").TextMember("text") is not { } text
            ? Refusals.Missing("The parameter interactive['footer']['text'] is required.")
            : WithinLength(text, "Footer text", 0, Limits.Footer);
    }

    private static Refusal? Action(JsonElement? interactive) => interactive.ObjectMember("action") is null
        ? Refusals.Missing("The parameter interactive['action'] is required.")
        : null;

    private static Refusal? WithinLength(string text, string what, int min, int max) =>
        Json.Length(text) > max || Json.Length(text.Trim()) < min ? Refusals.Length(what, min, max) : null;
}
