using static WhatsCommerce.Testing.Tests.Bodies;

namespace WhatsCommerce.Testing.Tests;

/// <summary>What is wrong with a message beyond its limits: the code that Meta answers, and the place that it names.</summary>
public sealed class RuleTests
{
    /// <summary>A message, the code, and the part of the request that the details name.</summary>
    public static TheoryData<string, string, int, string> Broken =>
    [
        .. Conversation().Concat(Carousels()).Concat(Orders()).Concat(Templates())
            .Select(row => new TheoryDataRow<string, string, int, string>(row.What, row.Message, row.Code, row.Place)),
    ];

    /// <summary>Messages that stretch a rule without breaking it.</summary>
    public static TheoryData<string, string> Fine =>
    [
        .. new (string What, string Message)[]
        {
            ("a video above buttons", Buttons(Button(), header: """{"type":"video","video":{"link":"https://shop.example/a.mp4"} }""")),
            ("two buttons", Buttons(Button("a", "A") + "," + Button("b", "B"))),
            ("a flow by its name, as a draft", Flow(""" "flow_name":"booking","mode":"draft","flow_action":"data_exchange" """)),
            ("a call button with nothing but its name", Interactive("voice_call", """{"name":"voice_call"}""")),
            ("a request for the phone number", Interactive("request_contact_info", """{"name":"request_contact_info"}""")),
            ("a request to call", Interactive("call_permission_request", """{"name":"call_permission_request"}""")),
            ("an address form with an empty field", Address(
                ""","values":{"building_name":""},"validation_errors":{"city":"No such city"} """)),
            ("a reaction that joins four people", Message("reaction", """{"message_id":"wamid.A","emoji":"👨‍👩‍👧‍👦"}""")),
            ("a reaction that begins with a digit", Message("reaction", """{"message_id":"wamid.A","emoji":"1️⃣"}""")),
            ("a reaction taken back", Message("reaction", """{"message_id":"wamid.A","emoji":""}""")),
            ("the end of a pin", Message("pin", """{"type":"unpin","message_id":"wamid.A"}""")),
            ("the edge of the map", Message("location", """{"latitude":"-90","longitude":180}""")),
            ("a voice message", Message("audio", """{"id":"1","voice":true}""")),
            ("cards with two quick replies", Carousel(
                MediaCard(9, action: CardReplies("a", "b")) + "," + MediaCard(0, action: CardReplies("a", "b")))),
            ("an order that is nothing but a total", OrderDetails(
                """{"reference_id":"a","type":"physical-goods","currency":"BRL","total_amount":{"value":1,"offset":100} }""")),
            ("an order with every part", OrderDetails(Order(total: "750", subtotal: "600", items: Item(
                quantity: "2", more: ""","retailer_id":"cake","sale_amount":{"value":300,"offset":100} """),
                orderMore: ""","shipping":{"value":200,"offset":100},"discount":{"value":50,"offset":100} """))),
            ("an order in India by a link", OrderDetails(IndianOrder(payment: Settings()))),
            ("a payment that came in", OrderStatus(""" "reference_id":"a","payment":{"status":"captured","timestamp":1767225600} """)),
            ("the other spelling of a status", OrderStatus(""" "reference_id":"a","order":{"status":"partially-shipped"} """)),
            ("types in capitals", Template(
                """{"type":"BODY","parameters":[{"type":"text","text":"a    b"}]},{"type":"button","sub_type":"CATALOG","index":0}""")),
            ("a key of the recipient", Message("text", """{"body":"x"}""", ""","recipient_identity_key_hash":"DF2lS5v2W6x=" """)),
        }.Select(row => new TheoryDataRow<string, string>(row.What, row.Message)),
    ];

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Post_BrokenRule_IsRefusedWithCodeAndPlace(string what, string message, int code, string place)
    {
        await using Stage stage = await StartAsync();

        Answer answer = await stage.PostAsync(message);

        Assert.True(answer.Code == code, $"{what}: wanted {code}, got {answer.Json}");
        Assert.Contains(place, answer.Details ?? answer.Json.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Fine))]
    public async Task Post_StretchedRule_IsAccepted(string what, string message)
    {
        await using Stage stage = await StartAsync();

        Answer answer = await stage.PostAsync(message);

        Assert.True(answer.Status == 200, $"{what}: {answer.Json}");
    }

    private static Task<Stage> StartAsync() => Stage.StartAsync(new() { TimeProvider = new ManualTime() }, connect: false);

    private static IEnumerable<(string What, string Message, int Code, string Place)> Conversation() =>
    [
        ("preview of another kind", Message("text", """{"body":"x","preview_url":"yes"}"""), 100, "text['preview_url']"),
        ("blank key of the recipient", Message(
            "text", """{"body":"x"}""", ""","recipient_identity_key_hash":"" """), 100, "recipient_identity_key_hash"),
        ("no buttons", Buttons(""), 131009, "interactive['action']['buttons']"),
        ("button of another type", Buttons("""{"type":"url","reply":{"id":"a","title":"A"} }"""), 131009, "['buttons'][0]['type']"),
        ("button without title", Buttons("""{"type":"reply","reply":{"id":"a"} }"""), 131008, "['buttons'][0]['reply']['title']"),
        ("id twice", Buttons(Button("a", "A") + "," + Button("a", "B")), 131009, "['buttons'][1]['reply']['id']"),
        ("title twice", Buttons(Button("a", "A") + "," + Button("b", "A")), 131009, "['buttons'][1]['reply']['title']"),
        ("id with a blank behind it", Buttons(Button("a ", "A")), 131009, "['buttons'][0]['reply']['id']"),
        ("header of an unknown type", Buttons(Button(), header: """{"type":"sticker"}"""), 131009, "interactive['header']['type']"),
        ("header without type", Buttons(Button(), header: """{"text":"x"}"""), 131008, "interactive['header']['type']"),
        ("header without its picture", Buttons(Button(), header: """{"type":"image"}"""), 131008, "interactive['header']['image']"),
        ("picture above a list", List(
            ListSection(Row()), header: """{"type":"image","image":{"id":"1"} }"""), 131009, "interactive['header']['type']"),
        ("list without button", Interactive(
            "list", $$"""{"sections":[{{ListSection(Row())}}]}"""), 131008, "interactive['action']['button']"),
        ("section without rows", List(ListSection("")), 131009, "['sections'][0]['rows']"),
        ("untitled section among two", List(ListSection(Row("a"), "A") + "," + ListSection(Row("b"))), 131008, "['sections'][1]['title']"),
        ("row twice", List(ListSection(Row("a"), "A") + "," + ListSection(Row("a"), "B")), 131009, "['sections'][1]['rows'][0]['id']"),
        ("link without address", Interactive(
            "cta_url", """{"name":"cta_url","parameters":{"display_text":"Open"} }"""), 131008, "['parameters']['url']"),
        ("link to no web page", Link(url: "mailto:shop@example.com"), 131009, "['parameters']['url']"),
        ("action of another name", Interactive("cta_url", """{"name":"url"}"""), 131009, "interactive['action']['name']"),
        ("location request of another name", Interactive(
            "location_request_message", """{"name":"location"}"""), 131009, "interactive['action']['name']"),
        ("flow with id and name", Flow(""" "flow_id":"1","flow_name":"a" """), 131009, "['parameters']"),
        ("flow with neither", Flow(""" "flow_token":"a" """), 131008, "['parameters']['flow_id']"),
        ("flow in an unknown mode", Flow(""" "flow_id":"1","mode":"test" """), 131009, "['parameters']['mode']"),
        ("flow with an unknown action", Flow(""" "flow_id":"1","flow_action":"open" """), 131009, "['parameters']['flow_action']"),
        ("flow with empty data", Flow(
            """ "flow_id":"1","flow_action_payload":{"screen":"A","data":{} } """), 131009, "['flow_action_payload']['data']"),
        ("address abroad", Interactive(
            "address_message", """{"name":"address_message","parameters":{"country":"BR"} }"""), 131009, "['parameters']['country']"),
        ("saved address twice", Address(
            ""","saved_addresses":[{"id":"a","value":{} },{"id":"a","value":{} }]"""), 131009, "['saved_addresses'][1]['id']"),
        ("address error without words", Address(""","validation_errors":{"city":""} """), 131008, "['validation_errors']['city']"),
        ("call button for part of a minute", Call(""" "ttl_minutes":1.5 """), 131009, "['parameters']['ttl_minutes']"),
        ("picture by id and link", Message("image", """{"id":"1","link":"https://shop.example/a.jpg"}"""), 131009, "image"),
        ("picture by a file", Message("image", """{"link":"file:///a.jpg"}"""), 131009, "image['link']"),
        ("sound with a caption", Message("audio", """{"id":"1","caption":"x"}"""), 131009, "audio['caption']"),
        ("sticker with a caption", Message("sticker", """{"id":"1","caption":"x"}"""), 131009, "sticker['caption']"),
        ("north of the pole", Message("location", """{"latitude":90.1,"longitude":0}"""), 131009, "location['latitude']"),
        ("no number", Message("location", """{"latitude":0,"longitude":"NaN"}"""), 131009, "location['longitude']"),
        ("contact without name", Message("contacts", """[{"phones":[]}]"""), 131008, "contacts[0]['name']"),
        ("contact without formatted name", Message(
            "contacts", """[{"name":{"first_name":"Asha"} }]"""), 131008, "contacts[0]['name']['formatted_name']"),
        ("birthday the other way round", Message(
            "contacts", """[{"name":{"formatted_name":"Asha"},"birthday":"23.01.1999"}]"""), 131009, "contacts[0]['birthday']"),
        ("two emoji", Message("reaction", """{"message_id":"wamid.A","emoji":"👍👍"}"""), 131009, "reaction['emoji']"),
        ("letter for an emoji", Message("reaction", """{"message_id":"wamid.A","emoji":"a"}"""), 131009, "reaction['emoji']"),
        ("pin of an unknown kind", Message("pin", """{"type":"nail","message_id":"wamid.A"}"""), 131009, "pin['type']"),
        ("pin for no time", Message(
            "pin", """{"type":"pin","message_id":"wamid.A","expiration_days":0}"""), 131009, "pin['expiration_days']"),
    ];

    private static IEnumerable<(string What, string Message, int Code, string Place)> Carousels() =>
    [
        ("header", Carousel(ProductCards(2), header: TextHeader("x")), 131009, "interactive['header']"),
        ("footer", Carousel(ProductCards(2), footer: "x"), 131009, "interactive['footer']"),
        ("index twice", Carousel(ProductCard(0) + "," + ProductCard(0)), 131009, "['cards'][1]['card_index']"),
        ("index too large", Carousel(ProductCard(0) + "," + ProductCard(10)), 131009, "['cards'][1]['card_index']"),
        ("two catalogs", Carousel(ProductCard(0) + "," + ProductCard(1, catalog: "1")), 131009, "['cards'][1]['action']['catalog_id']"),
        ("two kinds of cards", Carousel(ProductCard(0) + "," + MediaCard(1)), 131009, "['cards'][1]['type']"),
        ("unknown kind of card", Carousel(ProductCard(0) + """,{"card_index":1,"type":"quick_reply"}"""), 131009, "['cards'][1]['type']"),
        ("document on a card", Carousel(MediaCard(0, header: """{"type":"document","document":{"id":"1"} }""")
            + ","
            + MediaCard(1)), 131009, "['cards'][0]['header']['type']"),
        ("two kinds of buttons", Carousel(MediaCard(0) + "," + MediaCard(1, action: CardReplies("a"))), 131009, "['cards'][1]['action']"),
        ("another number of buttons", Carousel(
            MediaCard(0, action: CardReplies("a")) + "," + MediaCard(1, action: CardReplies("a", "b"))), 131009, "['cards'][1]['action']"),
        ("card without product", Carousel(
            ProductCard(0)
                + """,{"card_index":1,"type":"product","action":{"catalog_id":"194836987003835"} }"""), 131008,
            "['cards'][1]['action']['product_retailer_id']"),
    ];

    private static IEnumerable<(string What, string Message, int Code, string Place)> Orders() =>
    [
        ("video above an order", OrderDetails(
            Order(), """{"type":"video","video":{"id":"1"} }"""), 131009, "interactive['header']['type']"),
        ("blank in the id", OrderDetails(Order("order 1")), 131009, "['parameters']['reference_id']"),
        ("unknown kind of goods", OrderDetails(Order(type: "goods")), 131009, "['parameters']['type']"),
        ("currency of another country", OrderDetails(Order(currency: "USD")), 131009, "['parameters']['currency']"),
        ("no whole minor units", OrderDetails(Order(total: "500.5")), 131009, "['total_amount']['value']"),
        ("negative amount", OrderDetails(Order(total: "-500")), 131009, "['total_amount']['value']"),
        ("subtotal that is not the items'", OrderDetails(Order(subtotal: "501", total: "501")), 131009, "['order']['subtotal']"),
        ("total that is not the sum", OrderDetails(Order(total: "501")), 131009, "['parameters']['total_amount']"),
        ("sums beyond 64 bits", OrderDetails(
            Order(items: Item(amount: "9223372036854775807", quantity: "2"))), 131009, "['order']['subtotal']"),
        ("no items", OrderDetails(Order(items: " ")), 131009, "['order']['items']"),
        ("none of an item", OrderDetails(Order(items: Item(quantity: "0"))), 131009, "['items'][0]['quantity']"),
        ("item without name", OrderDetails(Order(items: Item(""))), 131009, "['items'][0]['name']"),
        ("item without retailer id in Brazil", OrderDetails(Order(items: Item(more: ""))), 131008, "['items'][0]['retailer_id']"),
        ("sale that is none", OrderDetails(Order(
            items: Item(more: ""","retailer_id":"a","sale_amount":{"value":500,"offset":100} """))), 131009, "['items'][0]['sale_amount']"),
        ("order without tax", OrderDetails(Order().Replace("\"tax\"", "\"taxes\"", StringComparison.Ordinal)), 131008, "['order']['tax']"),
        ("order that is shipped already", OrderDetails(
            Order().Replace("pending", "shipped", StringComparison.Ordinal)), 131009, "['order']['status']"),
        ("another offset", OrderDetails(
            Order().Replace("\"offset\":100", "\"offset\":10", StringComparison.Ordinal)), 131009, "['total_amount']['offset']"),
        ("expiration in the past", OrderDetails(
            Order(orderMore: ""","expiration":{"timestamp":"1726627150","description":"x"} """)), 131009, "['expiration']['timestamp']"),
        ("unexplained expiration in Brazil", OrderDetails(
            Order(orderMore: ""","expiration":{"timestamp":"1926627150"} """)), 131008, "['expiration']['description']"),
        ("no way to pay in India", OrderDetails(IndianOrder(payment: "")), 131008, "['parameters']['payment_settings']"),
        ("Pix in India", OrderDetails(IndianOrder(payment: Settings("pix_dynamic_code"))), 131009, "['payment_settings'][0]['type']"),
        ("unknown way to pay", OrderDetails(Order(more: Settings("cheque"))), 131009, "['payment_settings'][0]['type']"),
        ("Pix key of an unknown kind", OrderDetails(Order(more: Settings(
            "pix_dynamic_code",
            """{"code":"1","merchant_name":"A","key":"1","key_type":"X"}"""))), 131009, "['pix_dynamic_code']['key_type']"),
        ("boleto without its line", OrderDetails(Order(more: Settings("boleto", "{}"))), 131008, "['boleto']['digitable_line']"),
        ("more of the card than its end", OrderDetails(Order(
            more: Settings("offsite_card_pay", """{"last_four_digits":"12345","credential_id":"a"}"""))), 131009, "['last_four_digits']"),
        ("payment link that is none", OrderDetails(
            Order(more: Settings(content: """{"uri":"shop"}"""))), 131009, "['payment_link']['uri']"),
        ("UPI link to a web page", OrderDetails(IndianOrder(
            payment: Settings("upi_intent_link", """{"link":"https://shop.example"}"""))), 131009, "['upi_intent_link']['link']"),
        ("unknown gateway", OrderDetails(Gateway("paypal", "{}")), 131009, "['payment_gateway']['type']"),
        ("postal code of five digits", OrderDetails(Beneficiary(postalCode: "40005")), 131009, "['beneficiaries'][0]['postal_code']"),
        ("unknown status", OrderStatus(""" "reference_id":"a","order":{"status":"lost"} """), 131009, "['order']['status']"),
        ("status of nothing", OrderStatus(""" "reference_id":"a" """), 131008, "['parameters']['order']"),
        ("unknown payment status", OrderStatus(""" "reference_id":"a","payment":{"status":"lost"} """), 131009, "['payment']['status']"),
    ];

    private static IEnumerable<(string What, string Message, int Code, string Place)> Templates() =>
    [
        ("no language", Message("template", """{"name":"a"}"""), 100, "template['language']['code']"),
        ("unknown component", Template("""{"type":"heading"}"""), 131009, "template['components'][0]['type']"),
        ("component without type", Template("""{"parameters":[]}"""), 131008, "template['components'][0]['type']"),
        ("line break", Component("body", TextParameter("a\nb")), 132018, "['parameters'][0]['text']"),
        ("tab", Component("header", TextParameter("a\tb")), 132018, "['parameters'][0]['text']"),
        ("five blanks", Component("body", TextParameter("a     b")), 132018, "['parameters'][0]['text']"),
        ("two texts in a header", Component("header", TextParameter("a") + "," + TextParameter("b")), 132000, "header"),
        ("no text", Component("body", """{"type":"text"}"""), 131008, "['parameters'][0]['text']"),
        ("picture in the body", Component("body", """{"type":"image","image":{"id":"1"} }"""), 132012, "['parameters'][0]['type']"),
        ("picture without source", Component("header", """{"type":"image","image":{} }"""), 131008, "['parameters'][0]['image']['id']"),
        ("amount without currency", Component(
            "body", """{"type":"currency","currency":{"fallback_value":"$1","amount_1000":1000} }"""), 131008, "['currency']['code']"),
        ("moment without words", Component(
            "body", """{"type":"date_time","date_time":{"year":2026} }"""), 131008, "['date_time']['fallback_value']"),
        ("names on some parameters", Component(
            "body",
            TextParameter("a") + """,{"type":"text","parameter_name":"b","text":"b"}"""), 100, "['parameters'][0]['parameter_name']"),
        ("button without index", Template(
            """{"type":"button","sub_type":"url","parameters":[{"type":"text","text":"a"}]}"""), 131008, "['components'][0]['index']"),
        ("button without type", Template("""{"type":"button","index":0}"""), 131008, "['components'][0]['sub_type']"),
        ("button of an unknown type", TemplateButton("dance", ""), 131009, "['components'][0]['sub_type']"),
        ("two buttons at one place", Template(
            """{"type":"button","sub_type":"catalog","index":"0"},{"type":"button","sub_type":"catalog","index":0}"""), 131009,
        "['components'][1]['index']"),
        ("payload where an address ends", TemplateButton(
            "url", """{"type":"payload","payload":"a"}"""), 132012, "['parameters'][0]['type']"),
        ("quick reply without payload", TemplateButton("quick_reply", """{"type":"payload"}"""), 131008, "['parameters'][0]['payload']"),
        ("product list without thumbnail", TemplateButton(
            "mpm", """{"type":"action","action":{"sections":[]} }"""), 131008, "['action']['thumbnail_product_retailer_id']"),
        ("flow with data of another kind", TemplateButton(
            "flow", """{"type":"action","action":{"flow_action_data":"a"} }"""), 131009, "['action']['flow_action_data']"),
        ("order that does not add up", TemplateButton(
            "order_details",
            $$"""{"type":"action","action":{"order_details":{{Order(total: "501")}} } }"""), 131009, "['order_details']['total_amount']"),
        ("flow with an empty action", TemplateButton("flow", """{"type":"action","action":{} }"""), 131009, "['parameters'][0]['action']"),
        ("payment by card", PaymentRequest(
            """{"type":"offsite_card_pay","offsite_card_pay":{} }"""), 131009, "['payment_setting']['type']"),
        ("payment without code", PaymentRequest(
            """{"type":"pix_dynamic_code","pix_dynamic_code":{} }"""), 131008, "['pix_dynamic_code']['code']"),
        ("payment by no address", PaymentRequest(
            """{"type":"payment_link","payment_link":{"uri":"pay me"} }"""), 131009, "['payment_link']['uri']"),
        ("offer that has ended", Component(
            "limited_time_offer",
            """{"type":"limited_time_offer","limited_time_offer":{"expiration_time_ms":1000} }"""), 131009,
        "['limited_time_offer']['expiration_time_ms']"),
        ("offer without end", Component(
            "limited_time_offer",
            """{"type":"limited_time_offer","limited_time_offer":{} }"""), 131008, "['limited_time_offer']['expiration_time_ms']"),
        ("tap target without title", Component(
            "tap_target_configuration",
            """{"type":"tap_target_configuration","tap_target_configuration":[{"url":"https://shop.example"}]}"""), 131008,
        "['tap_target_configuration'][0]['title']"),
        ("two kinds of cards", Template("""
            {"type":"carousel","cards":[
            {"card_index":0,"components":[{"type":"header","parameters":[{"type":"image","image":{"id":"1"} }]}]},
            {"card_index":1,"components":[{"type":"header","parameters":[{"type":"video","video":{"id":"1"} }]}]}]}
            """), 131009, "['cards'][1]['components']"),
        ("carousel on a card", Template("""
            {"type":"carousel","cards":[{"card_index":0,"components":[{"type":"carousel"}]},{"card_index":1,"components":[]}]}
            """), 131009, "['cards'][0]['components'][0]['type']"),
    ];

    private static string PaymentRequest(string setting) =>
        TemplateButton("payment_request", $$"""{"type":"action","action":{"payment_request":{"payment_setting":{{setting}}} } }""");

    /// <summary>Messages to a group, and whether it takes them.</summary>
    public static TheoryData<string, bool> ToGroups => new()
    {
        { Message("text", """{"body":"x"}"""), true },
        { Message("image", """{"id":"1"}"""), true },
        { Message("document", """{"id":"1"}"""), true },
        { Message("pin", """{"type":"pin","message_id":"wamid.A","expiration_days":1}"""), true },
        { Template(
            """{"type":"header","parameters":[{"type":"image","image":{"id":"1"} }]},"""
                + """{"type":"body","parameters":[{"type":"text","text":"a"}]}"""), true },
        { Buttons(Button()), false },
        { Message("location", """{"latitude":1,"longitude":1}"""), false },
        { Message("reaction", """{"message_id":"wamid.A","emoji":"👍"}"""), false },
        { Interactive("catalog_message", """{"name":"catalog_message"}"""), false },
        { Template("""{"type":"button","sub_type":"catalog","index":0}"""), false },
        { Template(
            """{"type":"header","parameters":[{"type":"product","product":{"product_retailer_id":"a","catalog_id":"1"} }]}"""), false },
    };

    [Theory, MemberData(nameof(ToGroups))]
    public async Task Post_ToAGroup_TakesTextAndMediaOnly(string message, bool isTaken)
    {
        await using Stage stage = await StartAsync();

        Answer answer = await stage.PostAsync(message.Replace("\"to\":", "\"recipient_type\":\"group\",\"to\":", StringComparison.Ordinal));

        Assert.True(isTaken ? answer.Status == 200 : answer.Code == 131051, answer.Json.ToString());
    }

    /// <summary>What stands beside the message, and the part that the refusal names; empty for none.</summary>
    public static TheoryData<string, string> DirectSends => new()
    {
        { ""","category":"utility","ttl_seconds":30 """, "" },
        { ""","category":"utility","ttl_seconds":43200 """, "" },
        { ""","category":"AUTHENTICATION","ttl_seconds":900 """, "" },
        { ""","category":"utility" """, "" },
        { ""","category":"marketing" """, "category" },
        { ""","ttl_seconds":60 """, "ttl_seconds" },
        { ""","category":"utility","ttl_seconds":29 """, "30" },
        { ""","category":"utility","ttl_seconds":43201 """, "43200" },
        { ""","category":"authentication","ttl_seconds":901 """, "900" },
    };

    [Theory, MemberData(nameof(DirectSends))]
    public async Task Post_WithoutTemplateByCategory_IsJudgedByItsTimeToLive(string options, string named)
    {
        await using Stage stage = await StartAsync();

        Answer answer = await stage.PostAsync(Message("text", """{"body":"x"}""", options));

        if (named.Length == 0)
        {
            answer.AssertAccepted();
        }
        else
        {
            answer.AssertRefused(100);
            Assert.Contains(named, answer.Json.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1")]
    [InlineData("https://scontent.xx.fbcdn.net/v/picture.jpg")]
    [InlineData("https://mmg.whatsapp.net/d/f/picture.enc")]
    public async Task Post_LinkToMetasOwnHost_IsRefused(string link)
    {
        await using Stage stage = await StartAsync();

        (await stage.PostAsync(Message("image", $$"""{"link":"{{link}}"}"""))).AssertRefused(131053);
    }
}
