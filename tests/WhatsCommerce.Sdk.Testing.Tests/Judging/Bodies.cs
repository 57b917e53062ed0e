using System.Globalization;

namespace WhatsCommerce.Testing.Tests;

/// <summary>The JSON of messages by hand: small ones that are right, with room for what a test wants to be wrong.</summary>
internal static class Bodies
{
    public const string CatalogId = "194836987003835";

    public static string X(int count) => new('x', count);

    public static string Join(int count, Func<int, string> item) => string.Join(',', Enumerable.Range(0, count).Select(item));

    public static string Message(string type, string content, string more = "") =>
        $$"""{"messaging_product":"whatsapp","to":"+16505551234","type":"{{type}}","{{type}}":{{content}}{{more}}}""";

    public static string Interactive(
        string type, string action, string body = "Hello", string? header = null, string? footer = null) => Message(
        "interactive",
        $$"""
        {"type":"{{type}}","body":{"text":{{Wire.Text(body)}}},"action":{{action}}
        {{(header is null ? "" : $$""","header":{{header}}""")}}
        {{(footer is null ? "" : $$""","footer":{"text":{{Wire.Text(footer)}}}""")}} }
        """);

    public static string TextHeader(string text) => $$"""{"type":"text","text":{{Wire.Text(text)}}}""";

    public static string Buttons(string buttons, string body = "Hello", string? header = null, string? footer = null) =>
        Interactive("button", $$"""{"buttons":[{{buttons}}]}""", body, header, footer);

    public static string Button(string id = "yes", string title = "Yes") =>
        $$"""{"type":"reply","reply":{"id":{{Wire.Text(id)}},"title":{{Wire.Text(title)}} } }""";

    public static string List(
        string sections, string button = "Choose", string body = "Hello", string? header = null, string? footer = null) =>
        Interactive("list", $$"""{"button":{{Wire.Text(button)}},"sections":[{{sections}}]}""", body, header, footer);

    public static string ListSection(string rows, string? title = null) =>
        $$"""{ {{(title is null ? "" : $"\"title\":{Wire.Text(title)},")}} "rows":[{{rows}}]}""";

    public static string Row(string id = "row", string title = "Row", string description = "A row") =>
        $$"""{"id":{{Wire.Text(id)}},"title":{{Wire.Text(title)}},"description":{{Wire.Text(description)}}}""";

    public static string Link(string text = "Open", string url = "https://shop.example/apples") =>
        Interactive("cta_url", $$"""{"name":"cta_url","parameters":{"display_text":{{Wire.Text(text)}},"url":{{Wire.Text(url)}} } }""");

    public static string Flow(string parameters = "\"flow_id\":\"1\"", string button = "Book!") => Interactive(
        "flow", $$"""{"name":"flow","parameters":{"flow_message_version":"3","flow_cta":{{Wire.Text(button)}},{{parameters}} } }""");

    public static string Call(string parameters) => Interactive("voice_call", $$"""{"name":"voice_call","parameters":{{{parameters}}} }""");

    public static string Address(string parameters) =>
        Interactive("address_message", $$"""{"name":"address_message","parameters":{"country":"IN"{{parameters}}} }""");

    public static string Carousel(string cards, string body = "Hello", string? header = null, string? footer = null) =>
        Interactive("carousel", $$"""{"cards":[{{cards}}]}""", body, header, footer);

    public static string ProductCards(int count) => Join(count, index => ProductCard(index));

    public static string ProductCard(int index, string product = "apple", string catalog = CatalogId) =>
        $$"""{"card_index":{{Number(index)}},"type":"product","action":{"product_retailer_id":"{{product}}","catalog_id":"{{catalog}}"} """
            + $$"""}""";

    public static string MediaCard(
        int index, string body = "A card", string? action = null, string header = """{"type":"image","image":{"id":"1"}}""") =>
        $$"""{"card_index":{{Number(index)}},"type":"cta_url","header":{{header}},"body":{"text":{{Wire.Text(body)}}},"action":"""
            + $$"""{{action ?? CardLink()}}}""";

    public static string CardLink(string text = "Open") =>
        $$"""{"name":"cta_url","parameters":{"display_text":"{{text}}","url":"https://shop.example/a"} }""";

    public static string CardReplies(params IEnumerable<string> ids) =>
        $$"""{"buttons":[{{string.Join(',', ids.Select(id =>
            $$"""{"type":"quick_reply","quick_reply":{"id":"{{id}}","title":"More"} }"""))}}]}""";

    public static string OrderDetails(string order, string? header = null) =>
        Interactive("order_details", $$"""{"name":"review_and_pay","parameters":{{order}}}""", header: header);

    /// <summary>An order of one cake in Brazil, 5.00 BRL.</summary>
    public static string Order(
        string reference = "order-1",
        string more = "",
        string orderMore = "",
        string items = "",
        string taxMore = "",
        string currency = "BRL",
        string subtotal = "500", string total = "500", string type = "digital-goods") => $$"""
        {"reference_id":"{{reference}}","type":"{{type}}","currency":"{{currency}}","total_amount":{{Amount(total)}}{{more}}
        ,"order":{"status":"pending","items":[{{(items.Length > 0 ? items : Item())}}],"subtotal":{{Amount(subtotal)}},
        "tax":{{Amount("0", taxMore)}}{{orderMore}}} }
        """;

    /// <summary>The same in India, with a way to pay it.</summary>
    public static string IndianOrder(
        string reference = "order-1",
        string more = "",
        string orderMore = "",
        string items = "",
        string payment = ""","payment_configuration":"upi" """) =>
        Order(reference, payment + more, orderMore, items, currency: "INR");

    public static string Item(
        string name = "Cake", string amount = "500", string quantity = "1", string more = ""","retailer_id":"cake" """) =>
        $$"""{"name":{{Wire.Text(name)}},"amount":{{Amount(amount)}},"quantity":{{quantity}}{{more}}}""";

    public static string Amount(string value, string more = "") => $$"""{"value":{{value}},"offset":100{{more}}}""";

    public static string Gateway(string type, string kept, string configuration = "config") => IndianOrder(payment: $$"""
        ,"payment_settings":[{"type":"payment_gateway",
        "payment_gateway":{"type":"{{type}}","configuration_name":"{{configuration}}","{{type}}":{{kept}} } }]
        """);

    public static string Settings(string type = "payment_link", string content = """{"uri":"https://shop.example/pay"}""") =>
        $$""","payment_settings":[{"type":"{{type}}","{{type}}":{{content}}}]""";

    public static string Beneficiary(
        string name = "Asha", string line1 = "1 Road", string line2 = "Area", string postalCode = "400051") => IndianOrder(more: $$"""
        ,"beneficiaries":[{"name":"{{name}}","address_line1":"{{line1}}","address_line2":"{{line2}}",
        "city":"Mumbai","state":"MH","country":"India","postal_code":"{{postalCode}}"}]
        """);

    public static string OrderStatus(string parameters) =>
        Interactive("order_status", $$"""{"name":"review_order","parameters":{{{parameters}}} }""");

    public static string Template(string components = "", string name = "hello") =>
        Message("template", $$"""{"name":"{{name}}","language":{"code":"en_US"},"components":[{{components}}]}""");

    public static string Component(string type, string parameters) => Template($$"""{"type":"{{type}}","parameters":[{{parameters}}]}""");

    public static string TemplateButton(string subType, string parameters, string index = "\"0\"") =>
        Template($$"""{"type":"button","sub_type":"{{subType}}","index":{{index}},"parameters":[{{parameters}}]}""");

    public static string TextParameter(string text) => $$"""{"type":"text","text":{{Wire.Text(text)}}}""";

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
