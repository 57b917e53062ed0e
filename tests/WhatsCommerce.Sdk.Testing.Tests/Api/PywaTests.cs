using System.Net.Http.Headers;
using System.Text;

namespace WhatsCommerce.Testing.Tests.Api;

/// <summary>
/// What <c>pywa</c>, a widely used Python client, sends: verb, path and body as its public source (pywa/api.py) makes them.
/// </summary>
public sealed class PywaTests
{
    [Theory]
    [InlineData("GET", "@number/settings?include_sip_credentials=False", null)]
    [InlineData("GET", "@number/settings?fields=calling,storage_configuration", null)]
    [InlineData("POST", "@number/settings", """{"calling":{"status":"ENABLED","call_icon_visibility":"DEFAULT"} }""")]
    [InlineData("POST", "@number/settings", """{"user_identity_change":{"enable_identity_key_check":true} }""")]
    [InlineData("POST", "@number/request_code?code_method=SMS&language=en", null)]
    [InlineData("POST", "@number/verify_code?code=123456", null)]
    [InlineData("POST", "@number/register", """{"messaging_product":"whatsapp","pin":"123456"}""")]
    [InlineData("POST", "@number/deregister", null)]
    [InlineData("POST", "@number/message_qrdls", """{"prefilled_message":"Cyber Monday","generate_qr_image":"PNG"}""")]
    [InlineData("GET", "@number/message_qrdls", null)]
    [InlineData("GET", "@number/message_qrdls?fields=code,prefilled_message,deep_link_url,qr_image_url.format(SVG)", null)]
    [InlineData("GET", "message_template_library?search=parcel&language=en_US&limit=5", null)]
    [InlineData("GET", "@account/flows?fields=id,name,status,categories,validation_errors,endpoint_uri,preview&limit=5", null)]
    [InlineData("POST", "@number/conversational_automation", """{"prompts":["Plan a trip"],"commands":[]}""")]
    [InlineData("GET", "@number/call_permissions?user_wa_id=16505551234", null)]
    [InlineData("GET", "@business/owned_whatsapp_business_accounts?fields=id,name,currency", null)]
    [InlineData("GET", "@business/client_whatsapp_business_accounts", null)]
    [InlineData("GET", "@account/phone_numbers?fields=id,display_phone_number", null)]
    [InlineData("GET", "@account/flows?fields=id,name,status", null)]
    [InlineData("GET", "@account/subscribed_apps", null)]
    [InlineData("GET", "@account/message_templates?limit=5", null)]
    [InlineData(
        "POST",
        "@account/upsert_message_templates",
        """
        {"name":"sign_in","category":"AUTHENTICATION","languages":["en_US","es"],"components":[
        {"type":"BODY","add_security_recommendation":true},{"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]}
        """)]
    public async Task Call_AsPywaMakesIt_IsAnswered(string method, string path, string? json)
    {
        await using Shop shop = await Shop.StartAsync();

        Answer answer =
            await SendAsync(shop, method, path, json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"));

        answer.AssertAccepted();
    }

    [Fact]
    public async Task QrCodes_AsPywaDealsWithThem_AreThere()
    {
        await using Shop shop = await Shop.StartAsync();
        Answer made = await SendAsync(
            shop, "POST", "@number/message_qrdls", Json("""{"prefilled_message":"Hi","generate_qr_image":"SVG"}"""));
        string code = made.Text("code")!;
        Answer[] answers =
        [
            made,
            await SendAsync(shop, "GET", $"@number/message_qrdls/{code}"),
            await SendAsync(shop, "POST", "@number/message_qrdls", Json($$"""{"code":"{{code}}","prefilled_message":"Hello"}""")),
            await SendAsync(shop, "DELETE", $"@number/message_qrdls/{code}"),
        ];

        Assert.All(answers, static answer => answer.AssertAccepted());
    }

    [Fact]
    public async Task Flows_AsPywaDealsWithThem_AreThere()
    {
        const string Screens =
            """{"version":"7.1","screens":[{"id":"HELLO","terminal":true,"layout":{"type":"SingleColumnLayout","children":[]}}]}""";
        await using Shop shop = await Shop.StartAsync();
        using MultipartFormDataContent form = new();
        using StringContent file = new(Screens, Encoding.UTF8, "application/json");
        form.Add(file, "file", "flow.json");
        form.Add(new StringContent("flow.json"), "name");
        form.Add(new StringContent("FLOW_JSON"), "asset_type");
        form.Add(new StringContent("whatsapp"), "messaging_product");

        Answer made = await SendAsync(
            shop, "POST", "@account/flows", Json("""{"name":"Sign up","categories":["SIGN_UP"],"endpoint_uri":"https://example.com"}"""));
        string id = made.MadeId;
        string draft = $$"""
            {"messaging_product":"whatsapp","to":"16505551234","type":"interactive","interactive":{"type":"flow","body":{"text":"Hi"},
             "action":{"name":"flow","parameters":{"flow_message_version":"3","flow_id":"{{id}}","flow_cta":"Go","mode":"draft"} } } }
            """;
        Answer[] answers =
        [
            made,
            await SendAsync(shop, "POST", $"{id}/assets", form),
            await SendAsync(shop, "POST", id, Json("""{"name":"Sign up now","categories":["SIGN_UP","OTHER"],"application_id":1234}""")),
            await SendAsync(shop, "GET", $"{id}/assets?fields=name,asset_type,download_url"),
            await SendAsync(shop, "GET", $"{id}?fields=id,name,status,json_version,application,health_status,preview.invalidate(false)"),
            await SendAsync(shop, "POST", "@number/messages", Json(draft)),
            await SendAsync(shop, "POST", $"{id}/publish"),
            await SendAsync(shop, "POST", "@number/messages", Json(draft.Replace(",\"mode\":\"draft\"", "", StringComparison.Ordinal))),
            await SendAsync(
                shop,
                "POST",
                "@account/flows",
                Json($$"""
                    {"name":"Copy","categories":["OTHER"],"clone_flow_id":"{{id}}","publish":true,"flow_json":{{Wire.Text(Screens)}} }
                    """)),
            await SendAsync(shop, "POST", $"{id}/deprecate"),
        ];

        Assert.All(answers, static answer => answer.AssertAccepted());
        Assert.Equal(["DEPRECATED", "PUBLISHED"], (await shop.Get($"{Shop.Account}/flows")).Texts("status"));
    }

    [Fact]
    public async Task Groups_AsPywaDealsWithThem_AreThere()
    {
        await using Shop shop = await Shop.StartAsync();
        Answer made = await SendAsync(
            shop,
            "POST",
            "@number/groups",
            Json("""{"messaging_product":"whatsapp","subject":"Cars","join_approval_mode":"approval_required"}"""));
        EmulatedGroup group = Assert.Single(shop.Cloud.Groups);
        await group.JoinAsync(shop.Cloud.Customer("+16505551234", "Pablo"), Stage.Token);
        string message = $$"""
            {"messaging_product":"whatsapp","recipient_type":"group","to":{{Wire.Text(group.Id.Value!)}},"type":"text",
            "text":{"body":"Hi"} }
            """;
        using MultipartFormDataContent form = new()
        {
            { new StringContent("whatsapp"), "messaging_product" }, { new StringContent("Trucks"), "subject" },
        };

        Answer requests = await SendAsync(shop, "GET", $"{group.Id}/join_requests");
        string request = requests.Json.GetProperty("data")[0].GetProperty("join_request_id").GetString()!;
        string asked = $$"""{"messaging_product":"whatsapp","join_requests":[{{Wire.Text(request)}}]}""";
        Answer[] answers =
        [
            made,
            await SendAsync(shop, "POST", $"{group.Id}/join_requests", Json(asked)),
            await SendAsync(shop, "POST", group.Id.Value!, form),
            await SendAsync(shop, "GET", $"{group.Id}/invite_link"),
            await SendAsync(shop, "POST", $"{group.Id}/invite_link", Json("""{"messaging_product":"whatsapp"}""")),
            await SendAsync(shop, "GET", $"{group.Id}?fields=id,subject,participants"),
            await SendAsync(shop, "GET", "@number/groups"),
            await SendAsync(shop, "POST", "@number/messages", Json(message)),
            await SendAsync(
                shop, "DELETE", $"{group.Id}/participants",
                Json("""{"messaging_product":"whatsapp","participants":[{"user":"16505551234"}]}""")),
            await SendAsync(shop, "DELETE", group.Id.Value!),
        ];

        Assert.All(answers, static answer => answer.AssertAccepted());
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private static async Task<Answer> SendAsync(Shop shop, string method, string path, HttpContent? content = null)
    {
        string address = path
            .Replace("@number", Shop.Number, StringComparison.Ordinal)
            .Replace("@account", Shop.Account, StringComparison.Ordinal)
            .Replace("@business", Shop.Business, StringComparison.Ordinal);
        using HttpClient http = new(new SocketsHttpHandler()) { BaseAddress = shop.Cloud.BaseAddress };
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri($"v22.0/{address}", UriKind.Relative)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", shop.Cloud.Options.AccessToken);
        using HttpResponseMessage response = await http.SendAsync(request, Stage.Token);
        return await Answer.ReadAsync(response);
    }
}
