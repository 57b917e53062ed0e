using WhatsCommerce.Messages;
using static WhatsCommerce.Testing.Tests.Bodies;

namespace WhatsCommerce.Testing.Tests;

/// <summary>
/// A documented limit at one place where it holds: a message of any size, and the code that answers one that is a step over the limit.
/// </summary>
/// <param name="Constant">The name of the limit in the SDK's <see cref="MessageLimits"/>.</param>
/// <param name="Place">Where it holds.</param>
/// <param name="Limit">The limit, written down once more.</param>
/// <param name="Code">Meta's code one step over it.</param>
/// <param name="Message">Makes a message of a size.</param>
internal sealed record LimitRow(string Constant, string Place, int Limit, int Code, Func<int, string> Message)
{
    public bool IsMinimum { get; init; }

    public int OverIt => IsMinimum ? Limit - 1 : Limit + 1;

    public override string ToString() => $"{Constant}, {Place}";
}

/// <summary>Every documented limit of messages, at each kind of place where it holds.</summary>
internal static class LimitTable
{
    private const string Apple = """{"product_retailer_id":"apple"}""";

    public static IReadOnlyList<LimitRow> Rows { get; } =
    [
        .. Conversation(),
        .. Products(),
        .. Cards(),
        .. Orders(),
        .. Payments(),
        .. Templates(),
    ];

    private static IEnumerable<LimitRow> Conversation() =>
    [
        new("TextBody", "text", 4096, 100, n => Message("text", $$"""{"body":"{{X(n)}}"}""")),
        new(
            "CallbackData",
            "any message",
            512,
            100,
            n => Message("text", """{"body":"x"}""", $$""","biz_opaque_callback_data":"{{X(n)}}" """)),
        new("InteractiveBody", "buttons", 1024, 131009, n => Buttons(Button(), body: X(n))),
        new(
            "InteractiveBody",
            "location request",
            1024,
            131009,
            n => Interactive("location_request_message", """{"name":"send_location"}""", X(n))),
        new("InteractiveFooter", "buttons", 60, 131009, n => Buttons(Button(), footer: X(n))),
        new("InteractiveHeaderText", "buttons", 60, 131009, n => Buttons(Button(), header: TextHeader(X(n)))),
        new("InteractiveHeaderText", "list", 60, 131009, n => List(ListSection(Row()), header: TextHeader(X(n)))),
        new("ReplyButtons", "buttons", 3, 131009, n => Buttons(Join(n, i => Button($"id-{i}", $"Title {i}")))),
        new("ReplyButtonId", "buttons", 256, 131009, n => Buttons(Button(id: X(n)))),
        new("ButtonTitle", "buttons", 20, 131009, n => Buttons(Button(title: X(n)))),
        new("ButtonTitle", "link", 20, 131009, n => Link(X(n))),
        new("ButtonTitle", "call button", 20, 131009, n => Call($"\"display_text\":\"{X(n)}\"")),
        new("ListBody", "list", 4096, 131009, n => List(ListSection(Row()), body: X(n))),
        new("ListButton", "list", 20, 131009, n => List(ListSection(Row()), button: X(n))),
        new("ListSections", "list", 10, 131009, n => List(Join(n, i => ListSection(Row($"row-{i}"), $"Part {i}")))),
        new("ListRows", "list of one section", 10, 131009, n => List(ListSection(Join(n, i => Row($"row-{i}"))))),
        new(
            "ListRows",
            "list of two sections",
            10,
            131009,
            n => List(ListSection(Join(n - 1, i => Row($"row-{i}")), "A") + "," + ListSection(Row("last"), "B"))),
        new("ListRowId", "list", 200, 131009, n => List(ListSection(Row(id: X(n))))),
        new("ListRowTitle", "list", 24, 131009, n => List(ListSection(Row(title: X(n))))),
        new("ListRowDescription", "list", 72, 131009, n => List(ListSection(Row(description: X(n))))),
        new("SectionTitle", "list", 24, 131009, n => List(ListSection(Row(), X(n)))),
        new("FlowButton", "flow", 30, 131009, n => Flow(button: X(n))),
        new("AddressPinCode", "address values", 6, 131009, n => Address($$""","values":{"in_pin_code":"{{X(n)}}"} """)),
        new(
            "AddressPinCode",
            "saved address",
            6,
            131009,
            n => Address($$""","saved_addresses":[{"id":"a","value":{"in_pin_code":"{{X(n)}}"} }]""")),
        new("CallButtonMinMinutes", "call button", 1, 131009, n => Call($"\"ttl_minutes\":{Number(n)}")) { IsMinimum = true },
        new("CallButtonMinutes", "call button", 43_200, 131009, n => Call($"\"ttl_minutes\":{Number(n)}")),
        new("CallButtonPayload", "call button", 512, 131009, n => Call($"\"payload\":\"{X(n)}\"")),
        new("MediaCaption", "image", 1024, 131009, n => Message("image", $$"""{"id":"1","caption":"{{X(n)}}"}""")),
        new("MediaCaption", "video", 1024, 131009, n => Message("video", $$"""{"id":"1","caption":"{{X(n)}}"}""")),
        new("MediaCaption", "document", 1024, 131009, n => Message("document", $$"""{"id":"1","caption":"{{X(n)}}"}""")),
        new("DocumentFileName", "document", 240, 131009, n => Message("document", $$"""{"id":"1","filename":"{{X(n)}}"}""")),
        new(
            "DocumentFileName",
            "header",
            240,
            131009,
            n => Buttons(Button(), header: $$"""{"type":"document","document":{"id":"1","filename":"{{X(n)}}"} }""")),
        new("LocationName", "location", 100, 131009, n => Message("location", $$"""{"latitude":1,"longitude":1,"name":"{{X(n)}}"}""")),
        new(
            "LocationAddress",
            "location",
            300,
            131009,
            n => Message("location", $$"""{"latitude":1,"longitude":1,"address":"{{X(n)}}"}""")),
        new("Contacts", "contacts", 257, 131009, n => Message("contacts", $"[{Join(n, _ => """{"name":{"formatted_name":"Asha"}}""")}]")),
    ];

    private static IEnumerable<LimitRow> Products() =>
    [
        new("InteractiveBody", "catalog message", 1024, 131009, n => Wire.CatalogMessage(body: X(n))),
        new("InteractiveFooter", "catalog message", 60, 131009, n => Wire.CatalogMessage(footer: X(n))),
        new("InteractiveHeaderText", "product list", 60, 131009, n => Wire.ProductListOf(Wire.Section(null, "apple"), header: X(n))),
        new("ProductListSections", "product list", 10, 131009, n => Wire.ProductListOf(Join(n, i => Wire.Section($"Part {i}", "apple")))),
        new(
            "ProductListProducts",
            "product list",
            30,
            131009,
            n => Wire.ProductListOf(Wire.Section("A", Enumerable.Repeat("apple", n - 1)) + "," + Wire.Section("B", "apple"))),
        new("SectionTitle", "product list", 24, 131009, n => Wire.ProductListOf(Wire.Section(X(n), "apple"))),
        new("RetailerId", "product", 100, 131009, n => Wire.Product(X(n))),
    ];

    private static IEnumerable<LimitRow> Cards() =>
    [
        new("CarouselMinCards", "products", 2, 131009, n => Carousel(ProductCards(n))) { IsMinimum = true },
        new("CarouselCards", "products", 10, 131009, n => Carousel(ProductCards(n))),
        new("CarouselMinCards", "pictures", 2, 131009, n => Carousel(Join(n, i => MediaCard(i)))) { IsMinimum = true },
        new("CarouselCards", "pictures", 10, 131009, n => Carousel(Join(n, i => MediaCard(i)))),
        new("RetailerId", "product card", 100, 131009, n => Carousel(ProductCard(0) + "," + ProductCard(1, X(n)))),
        new("CardBody", "card", 160, 131009, n => Carousel(MediaCard(0) + "," + MediaCard(1, X(n)))),
        new(
            "CardBodyLineBreaks",
            "card",
            2,
            131009,
            n => Carousel(MediaCard(0) + "," + MediaCard(1, "a" + string.Concat(Enumerable.Repeat("\nb", n))))),
        new("ButtonTitle", "card", 20, 131009, n => Carousel(MediaCard(0) + "," + MediaCard(1, action: CardLink(X(n))))),
        new(
            "ReplyButtonId",
            "card",
            256,
            131009,
            n => Carousel(MediaCard(0, action: CardReplies("a")) + "," + MediaCard(1, action: CardReplies(X(n))))),
    ];

    private static IEnumerable<LimitRow> Orders() =>
    [
        new("OrderReferenceId", "order details", 60, 131009, n => OrderDetails(Order(X(n)))),
        new(
            "OrderReferenceId",
            "order status",
            60,
            131009,
            n => OrderStatus($$""" "reference_id":"{{X(n)}}","order":{"status":"shipped"} """)),
        new("OrderReferenceIdInIndia", "order details", 35, 131009, n => OrderDetails(IndianOrder(X(n)))),
        new("OrderItemName", "item", 60, 131009, n => OrderDetails(Order(items: Item(X(n))))),
        new("RetailerId", "item of an order", 100, 131009, n => OrderDetails(Order(items: Item(more: $$""","retailer_id":"{{X(n)}}" """)))),
        new("OrderItemsWithImages", "items", 10, 131009, n => OrderDetails(IndianOrder(items: Join(n, i =>
            Item(amount: i == 0 ? "500" : "0", more: ""","image":{"link":"https://shop.example/cake.jpg"}"""))))),
        new("OrderChargeDescription", "tax", 60, 131009, n => OrderDetails(Order(taxMore: $$""","description":"{{X(n)}}" """))),
        new(
            "OrderChargeDescription",
            "shipping",
            60,
            131009,
            n => OrderDetails(Order(orderMore: $$""","shipping":{{Amount("0", $$""","description":"{{X(n)}}" """)}}"""))),
        new(
            "OrderChargeDescription",
            "discount",
            60,
            131009,
            n => OrderDetails(Order(orderMore: $$""","discount":{{Amount("0", $$""","description":"{{X(n)}}" """)}}"""))),
        new(
            "DiscountProgramName",
            "discount",
            60,
            131009,
            n => OrderDetails(Order(orderMore: $$""","discount":{{Amount("0", $$""","discount_program_name":"{{X(n)}}" """)}}"""))),
        new("OrderExpirationSeconds", "expiration", 300, 131009, n => OrderDetails(Order(orderMore: Expiration(n)))) { IsMinimum = true },
        new("OrderExpirationDescription", "expiration", 120, 131009, n => OrderDetails(Order(orderMore: Expiration(300, X(n))))),
        new(
            "OrderStatusDescription",
            "order status",
            120,
            131009,
            n => OrderStatus($$""" "reference_id":"a","order":{"status":"shipped","description":"{{X(n)}}"} """)),
        new("BeneficiaryName", "beneficiary", 200, 131009, n => OrderDetails(Beneficiary(name: X(n)))),
        new("BeneficiaryAddressLine", "first line", 100, 131009, n => OrderDetails(Beneficiary(line1: X(n)))),
        new("BeneficiaryAddressLine", "second line", 100, 131009, n => OrderDetails(Beneficiary(line2: X(n)))),
    ];

    private static IEnumerable<LimitRow> Payments() =>
    [
        new(
            "PaymentConfigurationName",
            "UPI",
            60,
            131009,
            n => OrderDetails(IndianOrder(payment: $$""","payment_configuration":"{{X(n)}}" """))),
        new("PaymentConfigurationName", "gateway", 60, 131009, n => OrderDetails(Gateway("payu", "{}", X(n)))),
        new("RazorpayReceipt", "Razorpay", 40, 131009, n => OrderDetails(Gateway("razorpay", $$"""{"receipt":"{{X(n)}}"}"""))),
        new(
            "RazorpayNotes",
            "Razorpay",
            15,
            131009,
            n => OrderDetails(Gateway("razorpay", $$"""{"notes":{ {{Join(n, i => $"\"note-{i}\":\"x\"")}} } }"""))),
        new("RazorpayNote", "Razorpay", 256, 131009, n => OrderDetails(Gateway("razorpay", $$"""{"notes":{"note":"{{X(n)}}"} }"""))),
        new("PayUField", "PayU", 255, 131009, n => OrderDetails(Gateway("payu", $$"""{"udf1":"{{X(n)}}"}"""))),
        new("BillDeskField", "BillDesk", 120, 131009, n => OrderDetails(Gateway("billdesk", $$"""{"additional_info7":"{{X(n)}}"}"""))),
        new("ZaakpayField", "Zaakpay", 180, 131009, n => OrderDetails(Gateway("zaakpay", $$"""{"extra2":"{{X(n)}}"}"""))),
    ];

    private static IEnumerable<LimitRow> Templates() =>
    [
        new("TemplateName", "template", 512, 100, n => Template(name: X(n))),
        new("TemplateParameterText", "body", 32_768, 132005, n => Component("body", TextParameter(X(n)))),
        new("TemplateHeaderText", "header", 60, 132005, n => Component("header", TextParameter(X(n)))),
        new(
            "TemplateButtons",
            "index of a button",
            10,
            131009,
            n => TemplateButton("quick_reply", """{"type":"payload","payload":"x"}""", Number(n - 1))),
        new("TemplateUrl", "button", 2000, 132005, n => TemplateButton("url", TextParameter(X(n)))),
        new("CouponCode", "button", 20, 131009, n => TemplateButton("copy_code", $$"""{"type":"coupon_code","coupon_code":"{{X(n)}}"}""")),
        new("PaymentRequestButtons", "buttons", 3, 131009, n => Template(Join(n, index => PaymentRequest(index)))),
        new(
            "CallButtonPayload",
            "template",
            512,
            131009,
            n => TemplateButton("voice_call", $$"""{"type":"payload","payload":"{{X(n)}}"}""")),
        new(
            "CallButtonMinutes",
            "template",
            43_200,
            131009,
            n => TemplateButton("voice_call", $$"""{"type":"ttl_minutes","ttl_minutes":{{Number(n)}}}""")),
        new(
            "DocumentFileName",
            "template",
            240,
            131009,
            n => Component("header", $$"""{"type":"document","document":{"id":"1","filename":"{{X(n)}}"} }""")),
        new(
            "LocationName",
            "template",
            100,
            131009,
            n => Component("header", $$"""{"type":"location","location":{"latitude":"1","longitude":"1","name":"{{X(n)}}"} }""")),
        new(
            "RetailerId",
            "template",
            100,
            131009,
            n => Component("header", $$"""{"type":"product","product":{"catalog_id":"1","product_retailer_id":"{{X(n)}}"} }""")),
        new(
            "ProductListSections",
            "template",
            10,
            131009,
            n => TemplateButton("mpm", Sections(Join(n, i => Wire.Section($"Part {i}", "apple"))))),
        new(
            "ProductListProducts",
            "template",
            30,
            131009,
            n => TemplateButton("mpm", Sections($$"""{"product_items":[{{Join(n, _ => Apple)}}]}"""))),
        new("CarouselMinCards", "template", 2, 131009, n => Template(TemplateCards(n))) { IsMinimum = true },
        new("CarouselCards", "template", 10, 131009, n => Template(TemplateCards(n))),
        new("OrderStatusDescription", "template", 120, 131009, n => Component("order_status", $$"""
            {"type":"order_status","order_status":{"reference_id":"a","order":{"status":"shipped","description":"{{X(n)}}"} } }
            """)),
        new(
            "OrderItemName",
            "template",
            60,
            131009,
            n => TemplateButton("order_details", $$"""{"type":"action","action":{"order_details":{{Order(items: Item(X(n)))}}} }""")),
    ];

    private static string Expiration(int seconds, string description = "Until then") => $$"""
        ,"expiration":{"timestamp":"{{(new ManualTime().GetUtcNow().ToUnixTimeSeconds() + seconds)
            .ToString(System.Globalization.CultureInfo.InvariantCulture)}}","description":"{{description}}"}
        """;

    private static string Sections(string sections) =>
        $$"""{"type":"action","action":{"thumbnail_product_retailer_id":"apple","sections":[{{sections}}]} }""";

    private static string TemplateCards(int count) => $$"""
        {"type":"carousel",
        "cards":[{{Join(count, i =>
            $$"""{"card_index":{{Number(i)}},"components":[{"type":"header","parameters":[{"type":"image","image":{"id":"1"} }]}]}""")}}]}
        """;

    // A fourth way to pay does not exist, so that the last one repeats the first.
    private static string PaymentRequest(int index) => $$"""
        {"type":"button","sub_type":"payment_request","index":"{{Number(index)}}",
        "parameters":[{"type":"action","action":{"payment_request":{"payment_setting":{{(index % 3) switch
        {
            0 => """{"type":"boleto","boleto":{"digitable_line":"0339"} }""",
            1 => """{"type":"payment_link","payment_link":{"uri":"https://shop.example/pay"} }""",
            _ => """{"type":"pix_dynamic_code","pix_dynamic_code":{"code":"00020126"} }""",
        }}} } } }]}
        """;
}
