using static WhatsCommerce.Testing.Tests.Bodies;

namespace WhatsCommerce.Testing.Tests;

/// <summary>Templates that the account has: what is sent must fit what they are.</summary>
public sealed class TemplateFitTests
{
    private const string Coupon =
        """{"type":"button","sub_type":"copy_code","index":"1","parameters":[{"type":"coupon_code","coupon_code":"10OFF"}]}""";
    private const string Address = """{"type":"button","sub_type":"url","index":0,"parameters":[{"type":"text","text":"apples"}]}""";
    private const string Named = """{"type":"body","parameters":[{"type":"text","parameter_name":"code","text":"10OFF"}]}""";
    private const string Picture = """{"type":"header","parameters":[{"type":"image","image":{"id":"1"} }]}""";

    [Theory]
    [InlineData("HEADER", 60, true), InlineData("HEADER", 61, false)]
    [InlineData("BODY", 1024, true), InlineData("BODY", 1025, false)]
    public async Task Send_TextFilledIn_IsNoLongerThanItsComponent(string part, int length, bool isTaken)
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Cloud.Templates.Add("""
            {"name":"hello","language":"en_US","category":"UTILITY","components":[
              {"type":"HEADER","format":"TEXT","text":"Order {{1}}","example":{"header_text":["17"]}},
              {"type":"BODY","text":"Hello {{1}}, it is {{2}}.","example":{"body_text":[["Ana","here"]]}}]}
            """);
        string header = part == "HEADER" ? new string('x', length - "Order ".Length) : "17";
        string body = part == "BODY" ? new string('x', length - "Hello , it is here.".Length) : "Ana";

        Answer answer = await stage.PostAsync($$"""
            {"messaging_product":"whatsapp","to":"+16505551234","type":"template",
            "template":{"name":"hello","language":{"code":"en_US"},"components":[
              {"type":"header","parameters":[{"type":"text","text":"{{header}}"}]},
              {"type":"body","parameters":[{"type":"text","text":"{{body}}"},{"type":"text","text":"here"}]}]} }
            """);

        if (isTaken)
        {
            answer.AssertAccepted();
        }
        else
        {
            answer.AssertRefused(132005);
        }
    }

    [Theory]
    [InlineData("all of it", 0, Picture, Named, Address, Coupon)]
    [InlineData(
        "a video in place of a picture",
        132012,
        """{"type":"header","parameters":[{"type":"video","video":{"id":"1"} }]}""",
        Named,
        Address,
        Coupon)]
    [InlineData("no header", 132012, Named, Address, Coupon)]
    [InlineData("no name", 100, Picture, """{"type":"body","parameters":[{"type":"text","text":"10OFF"}]}""", Address, Coupon)]
    [InlineData(
        "another name",
        132000,
        Picture,
        """{"type":"body","parameters":[{"type":"text","parameter_name":"x","text":"10OFF"}]}""",
        Address,
        Coupon)]
    [InlineData(
        "one text too many", 132000, Picture, """{"type":"body","parameters":[{"type":"text","parameter_name":"code","text":"a"},"""
            + """{"type":"text","parameter_name":"more","text":"b"}]}""", Address, Coupon)]
    [InlineData("no end of the address", 131008, Picture, Named, Coupon)]
    [InlineData("no coupon", 131008, Picture, Named, Address)]
    [InlineData(
        "a button where there is none",
        132012,
        Picture,
        Named,
        Address,
        Coupon,
        """{"type":"button","sub_type":"quick_reply","index":5,"parameters":[{"type":"payload","payload":"a"}]}""")]
    [InlineData(
        "a button of another type",
        132012,
        Picture,
        Named,
        Coupon,
        """{"type":"button","sub_type":"quick_reply","index":0,"parameters":[{"type":"payload","payload":"a"}]}""")]
    public async Task Send_Template_FitsOrIsRefused(string what, int code, params string[] components)
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        stage.Cloud.Templates.Add("""
            {"name":"sale","language":"en_US","category":"MARKETING","parameter_format":"NAMED","components":[
            {"type":"HEADER","format":"IMAGE","example":{"header_handle":["4::aW1hZ2U"]} },
            {"type":"BODY","text":"Use {{code}} today!","example":{"body_text_named_params":[{"param_name":"code","example":"10OFF"}]} },
            {"type":"BUTTONS","buttons":[
            {"type":"URL","text":"Open","url":"https://shop.example/{{1}}","example":["apples"]},
            {"type":"COPY_CODE","example":"10OFF"}]}]}
            """);

        Answer answer = await stage.PostAsync(Template(string.Join(',', components), "sale"));

        Assert.True((answer.Code ?? 0) == code, $"{what}: wanted {code}, got {answer.Json}");
    }

    [Theory]
    [InlineData("123456789012345", "123456789012345", null)]
    [InlineData("123456", "654321", 132018)]
    [InlineData("1234567890123456", "1234567890123456", 132018)]
    public async Task Send_OneTimePassword_IsTheSameInBodyAndButtonAndShort(string inBody, string inButton, int? code)
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        stage.Cloud.Templates.Add("""
            {"name":"code","language":"en_US","category":"AUTHENTICATION","components":[{"type":"BODY"},
            {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE","text":"Copy"}]}]}
            """);
        string components = $$"""
            {"type":"body","parameters":[{{TextParameter(inBody)}}]},
            {"type":"button","sub_type":"url","index":0,"parameters":[{{TextParameter(inButton)}}]}
            """;

        Answer answer = await stage.PostAsync(Template(components, "code"));

        Assert.True(answer.Code == code, answer.Json.ToString());
    }

    [Theory]
    [InlineData("each card", 0, 0, 1)]
    [InlineData("in another order", 0, 1, 0)]
    [InlineData("one card too many", 132000, 0, 1, 2)]
    [InlineData("a card that the template lacks", 131009, 0, 2)]
    public async Task Send_CardsOfPictures_AreThoseOfTheTemplate(string what, int code, params int[] cards)
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        stage.Cloud.Templates.Add(Definition("image", ""","example":{"header_handle":["1"]} """));

        Answer answer = await stage.PostAsync(Template(Cards(Picture, cards), "cards"));

        Assert.True((answer.Code ?? 0) == code, $"{what}: wanted {code}, got {answer.Json}");
    }

    [Theory]
    [InlineData("as many as one likes", 0, "product", 0, 1, 2, 3)]
    [InlineData("pictures in place of products", 132012, "image", 0, 1)]
    public async Task Send_CardsOfProducts_AreLikeThoseOfTheTemplate(string what, int code, string header, params int[] cards)
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        stage.Cloud.Templates.Add(Definition("product", ""));
        string parameter = header == "image" ? """{"id":"1"}""" : """{"product_retailer_id":"apple","catalog_id":"1"}""";

        Answer answer = await stage.PostAsync(Template(
            Cards($$"""{"type":"header","parameters":[{"type":"{{header}}","{{header}}":{{parameter}} }]}""", cards), "cards"));

        Assert.True((answer.Code ?? 0) == code, $"{what}: wanted {code}, got {answer.Json}");
    }

    [Fact]
    public async Task MarketingMessages_TakeTemplatesOnly()
    {
        await using Stage stage = await Stage.StartAsync(connect: false);
        string edge = $"{stage.Cloud.Options.PhoneNumberId}/marketing_messages";
        string template = Template()[..^1];

        (await stage.PostJsonAsync(edge, template + ""","product_policy":"STRICT","message_activity_sharing":true}""")).AssertAccepted();
        (await stage.PostJsonAsync(edge, template + ""","product_policy":"LOOSE"}""")).AssertRefused(100);
        (await stage.PostJsonAsync(edge, template + ""","message_activity_sharing":"yes"}""")).AssertRefused(100);
        (await stage.PostJsonAsync(edge, Message("text", """{"body":"x"}"""))).AssertRefused(100);
        (await stage.PostJsonAsync(edge, """{"messaging_product":"whatsapp","status":"read","message_id":"wamid.A"}""")).AssertRefused(100);
    }

    private static string Definition(string format, string example)
    {
        string card = $$"""
            {"components":[{"type":"header","format":"{{format}}"{{example}}},
            {"type":"buttons","buttons":[{"type":"quick_reply","text":"More"}]}]}
            """;
        return $$"""
            {"name":"cards","language":"en_US","category":"MARKETING",
            "components":[{"type":"BODY","text":"Look"},{"type":"CAROUSEL","cards":[{{card}},{{card}}]}]}
            """;
    }

    private static string Cards(string header, int[] indexes) => $$"""
        {"type":"carousel",
        "cards":[{{string.Join(',', indexes.Select(index => $$"""{"card_index":{{Number(index)}},"components":[{{header}}]}"""))}}]}
        """;
}
