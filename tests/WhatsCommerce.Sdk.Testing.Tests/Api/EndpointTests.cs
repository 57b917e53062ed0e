using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace WhatsCommerce.Testing.Tests;

/// <summary>What stands around a message: address, token, body, envelope.</summary>
public sealed class EndpointTests
{
    [Fact]
    public async Task Post_ValidText_AnswersAsMetaDoes()
    {
        await using Stage stage = await Stage.StartAsync();

        Answer answer = await stage.PostTextAsync("+16505551234");

        Assert.Equal(200, answer.Status);
        Assert.Equal("whatsapp", answer.Json.GetProperty("messaging_product").GetString());
        Assert.Equal("+16505551234", answer.Json.GetProperty("contacts")[0].GetProperty("input").GetString());
        Assert.Equal("16505551234", answer.Json.GetProperty("contacts")[0].GetProperty("wa_id").GetString());
        Assert.StartsWith("wamid.HBgL", answer.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TwoMessages_GetDifferentIdsWithoutThePhoneNumber()
    {
        await using Stage stage = await Stage.StartAsync();

        string first = (await stage.PostTextAsync()).Id;
        string second = (await stage.PostTextAsync()).Id;

        Assert.NotEqual(first, second);
        Assert.DoesNotContain(
            "6505551234", Encoding.ASCII.GetString(Convert.FromBase64String(first["wamid.".Length..])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WrongToken_Gives401With190()
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "another");

        Answer answer = await stage.PostTextAsync();

        answer.AssertRefused(190, 401);
        Assert.Equal("OAuthException", answer.Json.GetProperty("error").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Post_NoToken_Gives401With104()
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Http.DefaultRequestHeaders.Authorization = null;

        (await stage.PostTextAsync()).AssertRefused(104, 401);
    }

    [Fact]
    public async Task Post_TokenInTheQuery_IsAccepted()
    {
        await using Stage stage = await Stage.StartAsync();
        stage.Http.DefaultRequestHeaders.Authorization = null;
        using StringContent content =
            new("""{"messaging_product":"whatsapp","to":"16505551234","text":{"body":"Hi"}}""", Encoding.UTF8, "application/json");

        (await stage.PostAsync($"{stage.Messages}?access_token={stage.Cloud.Options.AccessToken}", content)).AssertAccepted();
    }

    [Fact]
    public async Task Post_UnknownPhoneNumberId_Gives100WithSubcode33()
    {
        await using Stage stage = await Stage.StartAsync();
        using StringContent content = new("{}", Encoding.UTF8, "application/json");

        Answer answer = await stage.PostAsync("v25.0/999/messages", content);

        answer.AssertRefused(100);
        Assert.Equal(33, answer.Json.GetProperty("error").GetProperty("error_subcode").GetInt32());
        Assert.Equal("GraphMethodException", answer.Json.GetProperty("error").GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("v25.0/106540352242922/massages")]
    [InlineData("v25.0/106540352242922/message")]
    public async Task Post_UnknownEdge_Gives100(string path)
    {
        await using Stage stage = await Stage.StartAsync();
        using StringContent content = new("{}", Encoding.UTF8, "application/json");

        (await stage.PostAsync(path, content)).AssertRefused(100);
    }

    [Theory]
    [InlineData("")]
    [InlineData("v25.0")]
    public async Task Post_TheRootWithoutABatch_Gives100(string path)
    {
        await using Stage stage = await Stage.StartAsync();
        using StringContent content = new("{}", Encoding.UTF8, "application/json");

        (await stage.PostAsync(path, content)).AssertRefused(100);
    }

    [Theory]
    [InlineData("v25.0/106540352242922/messages/more")]
    public async Task Post_UnknownPath_Gives2500(string path)
    {
        await using Stage stage = await Stage.StartAsync();
        using StringContent content = new("{}", Encoding.UTF8, "application/json");

        (await stage.PostAsync(path, content)).AssertRefused(2500);
    }

    [Fact]
    public async Task Head_OfANumber_IsThatOfGetWithoutABody()
    {
        await using Stage stage = await Stage.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Head, new Uri("v25.0/106540352242922", UriKind.Relative));

        using HttpResponseMessage response = await stage.Http.SendAsync(request, Stage.Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(response.Content.Headers.ContentLength, (await stage.Http.GetByteArrayAsync(request.RequestUri!, Stage.Token)).Length);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Stage.Token));
    }

    [Fact]
    public async Task Get_Messages_Gives100()
    {
        await using Stage stage = await Stage.StartAsync();

        using HttpResponseMessage response = await stage.Http.GetAsync(new Uri(stage.Messages, UriKind.Relative), Stage.Token);

        Answer answer = await Answer.ReadAsync(response);
        answer.AssertRefused(100);
        Assert.Contains(
            "Unsupported get request", answer.Json.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"messaging_product":"whatsapp","to":"16505551234","text":{"body":"\ud83d"}}""")]
    public async Task Post_NoMessageInTheBody_Gives100(string body)
    {
        await using Stage stage = await Stage.StartAsync();

        (await stage.PostAsync(body)).AssertRefused(100);
    }

    [Fact]
    public async Task Post_InvalidUtf8_Gives100()
    {
        await using Stage stage = await Stage.StartAsync();
        using ByteArrayContent content = new([.. "{\"to\":\""u8, 0xFF, .. "\"}"u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        (await stage.PostAsync(stage.Messages, content)).AssertRefused(100);
    }

    [Fact]
    public async Task Post_JsonUnderAnotherContentType_SaysSo()
    {
        await using Stage stage = await Stage.StartAsync();
        using StringContent content = new("""{"messaging_product":"whatsapp"}""", Encoding.UTF8, "text/plain");

        Answer answer = await stage.PostAsync(stage.Messages, content);

        answer.AssertRefused(100);
        Assert.Contains("Content-Type", answer.Details, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"to":"16505551234","text":{"body":"Hi"}}""")]
    [InlineData("""{"messaging_product":"messenger","to":"16505551234","text":{"body":"Hi"}}""")]
    [InlineData("""{"messaging_product":"whatsapp","text":{"body":"Hi"}}""")]
    [InlineData("""{"messaging_product":"whatsapp","to":"","text":{"body":"Hi"}}""")]
    [InlineData("""{"messaging_product":"whatsapp","to":"0016505551234","text":{"body":"Hi"}}""")]
    [InlineData("""{"messaging_product":"whatsapp","recipient_type":"crowd","to":"16505551234","text":{"body":"Hi"}}""")]
    [InlineData("""{"messaging_product":"whatsapp","to":"16505551234","type":"smoke_signal","smoke_signal":{}}""")]
    [InlineData("""{"messaging_product":"whatsapp","to":"16505551234"}""")]
    [InlineData("""{"messaging_product":"whatsapp","to":"16505551234","type":"text","text":{}}""")]
    [InlineData("""{"messaging_product":"whatsapp","to":"16505551234","type":"text","text":{"body":"  "}}""")]
    [InlineData("""{"messaging_product":"whatsapp","to":"16505551234","text":{"body":"Hi","preview_url":"maybe"}}""")]
    [InlineData("""{"messaging_product":"whatsapp","to":"16505551234","text":{"body":"Hi"},"context":{}}""")]
    [InlineData("""{"messaging_product":"whatsapp","to":"16505551234","type":"interactive"}""")]
    [InlineData("""{"messaging_product":"whatsapp","to":"16505551234","type":"interactive","interactive":{}}""")]
    [InlineData("""{"messaging_product":"whatsapp","to":"16505551234","type":"interactive","interactive":{"type":"dance"}}""")]
    [InlineData("""{"messaging_product":"whatsapp","status":"unread","message_id":"wamid.x"}""")]
    [InlineData("""{"messaging_product":"whatsapp","status":"read"}""")]
    public async Task Post_ParameterOfTheRequestMissingOrUnknown_Gives100(string body)
    {
        await using Stage stage = await Stage.StartAsync();

        (await stage.PostAsync(body)).AssertRefused(100);
    }

    [Theory]
    [InlineData("+390669821234")] // Italy's zero belongs to the number
    [InlineData("2250707123456")]
    [InlineData("21012345678")] // no table of ours says who may not have a number
    [InlineData("789123456789")]
    public async Task Post_NumberOfAnyCountry_IsTaken(string to)
    {
        await using Stage stage = await Stage.StartAsync();

        (await stage.PostTextAsync(to)).AssertAccepted();
    }

    [Theory]
    [InlineData("call me")]
    [InlineData("123456")]
    [InlineData("1234567890123456")]
    [InlineData("06505551234")]
    [InlineData("+44 (0)20 7946 0958")]
    [InlineData("4402079460958")]
    [InlineData("+3530861234567")]
    [InlineData("US.13491208655302741918")]
    public async Task Post_MalformedPhoneNumber_Gives131009(string to)
    {
        await using Stage stage = await Stage.StartAsync();

        (await stage.PostTextAsync(to)).AssertRefused(131009);
    }

    [Fact]
    public async Task Post_MalformedUserId_Gives131009()
    {
        await using Stage stage = await Stage.StartAsync();

        (await stage.PostAsync("""{"messaging_product":"whatsapp","recipient":"somebody","text":{"body":"Hi"}}""")).AssertRefused(131009);
    }

    [Fact]
    public async Task Post_ToTheBusinessItself_Gives131021()
    {
        await using Stage stage = await Stage.StartAsync();

        (await stage.PostTextAsync("+1 555 078 3881")).AssertRefused(131021);
    }

    [Theory]
    [InlineData("""{"messaging_product":"whatsapp","status":"read","message_id":"wamid.x"}""")]
    [InlineData("""{"messaging_product":"whatsapp","status":"read","message_id":"wamid.x","typing_indicator":{"type":"text"}}""")]
    public async Task Post_ReadReceipt_AnswersSuccessAndTellsNoStatus(string body)
    {
        await using Stage stage = await Stage.StartAsync();

        Answer answer = await stage.PostAsync(body);
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.True(answer.Json.GetProperty("success").GetBoolean());
        Assert.Empty(stage.Cloud.Deliveries);
    }

    [Fact]
    public async Task Requests_AfterAnAcceptedAndARefusedOne_TellVerdictAndJson()
    {
        await using Stage stage = await Stage.StartAsync();

        await stage.PostTextAsync(text: "Grüße");
        await stage.PostAsync(Wire.Product("unknown"));

        RecordedRequest accepted = stage.Cloud.Requests[0];
        RecordedRequest refused = stage.Cloud.Requests[1];
        Assert.True(accepted.IsAccepted);
        Assert.Equal("Grüße", accepted.Json?.GetProperty("text").GetProperty("body").GetString());
        Assert.Equal("whatsapp", accepted.Response.GetProperty("messaging_product").GetString());
        Assert.Equal(
            $"POST /{stage.Messages} -> 400 (error 131009: Products not found in FB Catalog: unknown (catalog 194836987003835))",
            refused.ToString());
    }

    [Fact]
    public async Task Requests_MoreThanTheLimit_ForgetTheOldest()
    {
        await using Stage stage = await Stage.StartAsync(new() { HistoryLimit = 2 });

        await stage.PostTextAsync(text: "1");
        string second = (await stage.PostTextAsync(text: "2")).Id;
        string third = (await stage.PostTextAsync(to: "+16505550000", text: "3")).Id;
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Equal(
            ["2", "3"], stage.Cloud.Requests.Select(request => request.Json!.Value.GetProperty("text").GetProperty("body").GetString()));
        Assert.Equal([second], stage.Cloud.Customer("+16505551234").Received.Select(message => message.Id.Value));
        Assert.Equal([third], stage.Cloud.Customer("+16505550000").Received.Select(message => message.Id.Value));
        Assert.Equal(2, stage.Cloud.Deliveries.Count);
    }
}
