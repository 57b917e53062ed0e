using WhatsCommerce.Testing.Judging.Orders;
using WhatsCommerce.Testing.Judging.Products;

namespace WhatsCommerce.Testing.Judging.Interactive;

/// <summary>
/// The rules for interactive messages: the parts that all of them have (header, body, footer, action), and the additional rules for each
/// type. Source: Meta, catalogs/share-products and messages/interactive-*.
/// </summary>
internal static class InteractiveRules
{
    private const string Types =
        "ADDRESS_MESSAGE, BUTTON, CALL_PERMISSION_REQUEST, CAROUSEL, CATALOG_MESSAGE, CTA_URL, FLOW, LIST, LOCATION_REQUEST_MESSAGE, "
        + "ORDER_DETAILS, ORDER_STATUS, PRODUCT, PRODUCT_LIST, REQUEST_CONTACT_INFO, VOICE_CALL";

    private static readonly string[] AnyHeader = ["text", "image", "video", "document"];

    public static Refusal? Judge(Place interactive, IShelf shelf, DateTimeOffset now, MessageContent content)
    {
        if (!interactive.IsObject)
        {
            return Refusals.Required("interactive");
        }

        string? type = interactive["type"].Text;
        if (string.IsNullOrEmpty(type))
        {
            return Refusals.Required("interactive['type']");
        }

        content.Kind = "interactive." + type;
        content.Text = interactive["body"]["text"].Text;
        Place action = interactive["action"];
        return Header(interactive["header"], type)
            ?? Body(
                interactive["body"],
                required: type is not ("product" or "call_permission_request"),
                type == "list" ? Limits.ListBody : Limits.InteractiveBody)
            ?? Footer(interactive["footer"])
            ?? action.NeedObject()
            ?? type switch
            {
                "catalog_message" => Named(action, type) ?? CatalogMessage(action, shelf, content),
                "product" => Product(action, shelf, content),
                "product_list" => ProductList(action, shelf, content),
                "carousel" => CarouselRules.Judge(interactive, shelf, content),
                "button" => ButtonRules.Replies(action),
                "list" => ListRules.Judge(action),
                "cta_url" => Named(action, type) ?? ButtonRules.Address(action),
                "voice_call" => Named(action, type) ?? ButtonRules.Call(action),
                "flow" => Named(action, type) ?? FlowRules.Judge(action),
                "address_message" => Named(action, type) ?? AddressMessageRules.Judge(action),
                "location_request_message" => Named(action, "send_location"),
                "call_permission_request" or "request_contact_info" => Named(action, type),
                "order_details" => Named(action, "review_and_pay") ?? OrderRules.Judge(action["parameters"], now),
                "order_status" => Named(action, "review_order") ?? OrderStatusRules.Judge(action["parameters"]),
                _ => null,
            };
    }

    // The only list of the types: a type that is missing here is unknown.
    private static Refusal? Header(Place header, string type) => type switch
    {
        "catalog_message" => header.Forbid("catalog messages"),
        "product" => header.Forbid("product messages"),
        "product_list" => HeaderRules.Need(header, "product list messages", "text"),
        "list" => HeaderRules.Allow(header, "list messages", "text"),
        "order_details" => HeaderRules.Allow(header, "order details messages", "text", "image", "document"),
        "address_message" or "button" or "cta_url" or "flow" => HeaderRules.Allow(header, $"{type} messages", AnyHeader),
        "call_permission_request" or "carousel" or "location_request_message" or "order_status" or "request_contact_info" or "voice_call" =>
            null,
        _ => Refusals.NotOneOf("interactive['type']", Types, type),
    };

    private static Refusal? CatalogMessage(Place action, IShelf shelf, MessageContent content)
    {
        if (!shelf.IsVisible)
        {
            return MissingProducts.CatalogHidden();
        }

        // Meta's page calls the parameters optional (the first item is shown); a thumbnail that is given must exist.
        Place thumbnail = action["parameters"]["thumbnail_product_retailer_id"];
        if (!thumbnail.IsThere)
        {
            return null;
        }

        if (ProductRules.RetailerId(thumbnail, out string product) is { } wrong)
        {
            return wrong;
        }

        content.Products = [product];
        return shelf.Holds(product) ? null : MissingProducts.NotFound(shelf.CatalogId ?? "none", [product]);
    }

    private static Refusal? Product(Place action, IShelf shelf, MessageContent content) =>
        ProductRules.CatalogId(action, out string catalogId)
        ?? ProductRules.RetailerId(action["product_retailer_id"], out string product)
        ?? MissingProducts.Judge(shelf, catalogId, [product], content);

    private static Refusal? ProductList(Place action, IShelf shelf, MessageContent content)
    {
        List<string> products = [];
        return ProductRules.CatalogId(action, out string catalogId)
            ?? ProductRules.Sections(action, products)
            ?? MissingProducts.Judge(shelf, catalogId, products, content);
    }

    private static Refusal? Body(Place body, bool required, int limit) =>
        body.IsThere ? body["text"].NeedText("Body text", limit) : required ? body.Missing() : null;

    private static Refusal? Footer(Place footer) =>
        !footer.IsThere ? null
        : footer["text"].IsThere ? footer["text"].AllowText("Footer text", Limits.Footer)
        : footer["text"].Missing();

    private static Refusal? Named(Place action, string name) => action["name"].NeedWord(name);
}
