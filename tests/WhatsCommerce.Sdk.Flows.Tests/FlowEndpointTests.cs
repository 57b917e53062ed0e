using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Flows;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>What a flow endpoint answers, over a real Kestrel.</summary>
public sealed partial class FlowEndpointTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_ThreeSteps_ShowScreensAndComplete()
    {
        List<FlowRequest> seen = [];
        await using FlowSite site = await FlowSite.StartAsync(request =>
        {
            seen.Add(request);
            return request switch
            {
                { Action: var action } when action == FlowAction.Init =>
                    FlowResponse.Show("SLOTS", new Slots(["9:00", "10:00"]), FlowTestJson.Default.Slots),
                { Action: var action } when action == FlowAction.Back => FlowResponse.Show("SLOTS"),
                _ when request.TryGetData(FlowTestJson.Default.Choice, out Choice? choice) && choice.Slot is not null =>
                    FlowResponse.Complete(request, choice, FlowTestJson.Default.Choice),
                _ => FlowResponse.ShowError(request, "Choose a time."),
            };
        });
        FlowTestClient phone = site.Phone();
        phone.Token = "booking-17";

        FlowTestResponse first = await phone.OpenAsync(Token);
        FlowTestResponse wrong = await phone.SubmitAsync("SLOTS", JsonElement.Parse("""{"slot":null}"""), Token);
        FlowTestResponse back = await phone.GoBackAsync("DETAILS", Token);
        FlowTestResponse last = await phone.SubmitAsync("SLOTS", JsonElement.Parse("""{"slot":"9:00","flow_token":"forged"}"""), Token);

        Assert.Equal("""{"screen":"SLOTS","data":{"times":["9:00","10:00"]}}""", first.Json.GetRawText());
        Assert.Equal("""{"screen":"SLOTS","data":{"error_message":"Choose a time."}}""", wrong.Json.GetRawText());
        Assert.Equal("""{"screen":"SLOTS","data":{}}""", back.Json.GetRawText());
        Assert.Equal(
            """{"screen":"SUCCESS","data":{"extension_message_response":{"params":{"flow_token":"booking-17","slot":"9:00"}}}}""",
            last.Json.GetRawText());
        Assert.All(seen, request => Assert.Equal(("booking-17", "3.0"), (request.Token, request.Version)));
        Assert.Equal([null, "SLOTS", "DETAILS", "SLOTS"], seen.Select(request => request.Screen));
    }

    [Fact]
    public async Task Post_Ping_IsAnsweredWithoutTheHandler()
    {
        await using FlowSite site = await FlowSite.StartAsync(_ => throw new InvalidOperationException("No handler is asked."));

        FlowTestResponse answer = await site.Phone().PingAsync(Token);

        Assert.Equal((200, """{"data":{"status":"active"}}"""), (answer.Status, answer.Json.GetRawText()));
    }

    [Fact]
    public async Task Post_ErrorNotification_IsTakenNoteOfAndAcknowledged()
    {
        await using FlowSite site = await FlowSite.StartAsync(_ => throw new InvalidOperationException("No handler is asked."));

        FlowTestResponse answer = await site.Phone().SendAsync(
            JsonElement.Parse(
                """
                {"version":"3.0","action":"data_exchange","screen":"SLOTS","flow_token":"t",
                 "data":{"error":"invalid-screen-transition","error_message":"No way from SLOTS"}}
                """),
            Token);

        Assert.Equal((200, """{"data":{"acknowledged":true}}"""), (answer.Status, answer.Json.GetRawText()));
        FlowClientError error = Assert.Single(site.App.Services.GetRequiredService<FlowSite.Screens>().Errors);
        Assert.Equal(("invalid-screen-transition", "No way from SLOTS"), (error.Code, error.Message));
        Assert.Contains(site.Logs.Entries, entry => entry.Id == 605);
    }

    [Fact]
    public async Task Post_FieldNamedError_IsData()
    {
        await using FlowSite site = await FlowSite.StartAsync();

        FlowTestResponse answer = await site.Phone().SubmitAsync("REPORT", JsonElement.Parse("""{"error":"It is broken"}"""), Token);

        Assert.Equal("FIRST", answer.Screen);
    }

    [Fact]
    public async Task Post_RefusedToken_Is427AndTheReasonIsEncrypted()
    {
        await using FlowSite site = await FlowSite.StartAsync(_ => FlowResponse.RefuseToken("The order has been placed already."));

        FlowTestResponse answer = await site.Phone().OpenAsync(Token);

        Assert.Equal(427, answer.Status);
        Assert.Equal("""{"error_msg":"The order has been placed already."}""", answer.Json.GetRawText());
    }

    [Fact]
    public async Task Post_KeyOfAnotherNumber_Is421WithoutBody()
    {
        await using FlowSite site = await FlowSite.StartAsync();

        FlowTestResponse answer = await site.Phone(FlowSite.OtherKey.Public).OpenAsync(Token);

        Assert.Equal((421, JsonValueKind.Undefined), (answer.Status, answer.Json.ValueKind));
    }

    [Fact]
    public async Task Post_KeyIsRotated_BothAreTaken()
    {
        await using FlowSite site = await FlowSite.StartAsync(
            configure: options => options.PrivateKeys = [FlowSite.OtherKey.Private, FlowSite.Key.Private]);

        Assert.Equal(200, (await site.Phone(FlowSite.Key.Public).OpenAsync(Token)).Status);
        Assert.Equal(200, (await site.Phone(FlowSite.OtherKey.Public).OpenAsync(Token)).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("fedcba9876543210")]
    public async Task Post_NotSignedOrWithAnotherSecret_Is432(string? secret)
    {
        await using FlowSite site = await FlowSite.StartAsync();

        Assert.Equal(432, (await site.Phone(secret: secret).OpenAsync(Token)).Status);
    }

    [Fact]
    public async Task Post_UnsignedAndAllowed_IsAnswered()
    {
        await using FlowSite site =
            await FlowSite.StartAsync(configure: options => (options.AppSecrets, options.AllowUnsigned) = ([], true));

        Assert.Equal(200, (await site.Phone(secret: null).OpenAsync(Token)).Status);
    }

    [Fact]
    public async Task Post_AllowUnsignedBesideASecret_StillNeedsTheSignature()
    {
        await using FlowSite site = await FlowSite.StartAsync(configure: options => options.AllowUnsigned = true);

        Assert.Equal(432, (await site.Phone(secret: null).OpenAsync(Token)).Status);
    }

    [Theory]
    [InlineData("encrypted_flow_data", 421)]
    [InlineData("encrypted_aes_key", 421)]
    [InlineData("initial_vector", 421)]
    public async Task Post_AByteIsChangedAndSignedAnew_IsRefused(string member, int status)
    {
        await using FlowSite site = await FlowSite.StartAsync(_ => throw new InvalidOperationException("No handler is asked."));
        using TamperingHandler tampering = new(body => Change(body, member));
        using HttpClient http = new(tampering);
        FlowTestClient phone = new(http, site.Address, FlowSite.Key.Public, FlowSite.Secret);

        Assert.Equal(status, (await phone.OpenAsync(Token)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"encrypted_flow_data":"AAAA","encrypted_aes_key":"AAAA","initial_vector":"AAAA"}""")]
    [InlineData("""{"encrypted_flow_data":"?","encrypted_aes_key":"AAAA","initial_vector":"AAAAAAAAAAAAAAAAAAAAAA=="}""")]
    [InlineData("""{"encrypted_flow_data":1,"encrypted_aes_key":{"a":{"b":{"c":{}}}},"initial_vector":[]}""")]
    public async Task Post_WhatIsNoRequest_Is400(string body)
    {
        await using FlowSite site = await FlowSite.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await PostSignedAsync(site, Encoding.UTF8.GetBytes(body)));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    public async Task Post_EncryptedButNoObject_Is400(string json)
    {
        await using FlowSite site = await FlowSite.StartAsync();

        Assert.Equal(400, (await site.Phone().SendAsync(JsonElement.Parse(json), Token)).Status);
    }

    [Fact]
    public async Task Post_OverTheLimit_Is413()
    {
        await using FlowSite site = await FlowSite.StartAsync(configure: options => options.MaxBodyBytes = 1000);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostSignedAsync(site, new byte[1001]));
    }

    [Fact]
    public async Task Post_HalfACharacterFromTheDevice_IsAnswered()
    {
        FlowRequest? seen = null;
        await using FlowSite site = await FlowSite.StartAsync(request =>
        {
            seen = request;
            return FlowResponse.Show("FIRST");
        });

        FlowTestResponse answer = await site.Phone().SendAsync(
            JsonElement.Parse("""{"action":"data_exchange","screen":"\ud83d","data":{"name":"\ud83d"}}"""), Token);

        Assert.Equal("FIRST", answer.Screen);
        Assert.Null(seen!.Screen);
        Assert.Equal(JsonValueKind.Object, seen.Data.ValueKind);
    }

    [Fact]
    public async Task Post_TheHandlerThrows_Is500()
    {
        await using FlowSite site = await FlowSite.StartAsync(_ => throw new InvalidOperationException("The calendar is down."));

        Assert.Equal(500, (await site.Phone().OpenAsync(Token)).Status);
    }

    [Fact]
    public async Task Post_Checkout_RepeatsVersionAndSubAction()
    {
        await using FlowSite site = await FlowSite.StartAsync(request => FlowResponse.FromData(JsonElement.Parse("""{"coupons":[]}""")));

        FlowTestResponse answer = await site.Phone().SendAsync(
            JsonElement.Parse("""{"version":"1.0","action":"data_exchange","sub_action":"get_coupons","data":{"input":{}}}"""), Token);

        Assert.Equal("""{"version":"1.0","sub_action":"get_coupons","data":{"coupons":[]}}""", answer.Json.GetRawText());
    }

    [Fact]
    public async Task Post_PublishedCheckoutRequests_AreRead()
    {
        string folder = SharedMaterial.Require("corpus", "payments");
        List<string?> subActions = [];
        await using FlowSite site = await FlowSite.StartAsync(request =>
        {
            subActions.Add(request.SubAction);
            return FlowResponse.FromData(request.Data);
        });
        JsonElement[] requests =
        [
            .. Directory.EnumerateFiles(folder, "*payments-checkout-endpoint-*.json").Order(StringComparer.Ordinal)
                .Select(file => JsonElement.Parse(File.ReadAllBytes(file)))
                .Where(json => json.TryGetProperty("action", out _)),
        ];

        foreach (JsonElement request in requests)
        {
            FlowTestResponse answer = await site.Phone().SendAsync(request, Token);
            Assert.Equal(request.GetProperty("sub_action").GetString(), answer.Json.GetProperty("sub_action").GetString());
            Assert.True(JsonElement.DeepEquals(request.GetProperty("data"), answer.Data));
        }

        Assert.Contains("apply_coupon", subActions);
    }

    private static async Task<HttpStatusCode> PostSignedAsync(FlowSite site, byte[] body)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, site.Address) { Content = new ByteArrayContent(body) };
        request.Headers.Add(WebhookSignature.HeaderName, WebhookSignature.Compute(body, FlowSite.Secret));
        using HttpClient http = new(new SocketsHttpHandler());
        using HttpResponseMessage response = await http.SendAsync(request, Token);
        return response.StatusCode;
    }

    private static byte[] Change(byte[] body, string member)
    {
        Dictionary<string, string> members = JsonSerializer.Deserialize(body, FlowTestJson.Default.DictionaryStringString)!;
        byte[] bytes = Convert.FromBase64String(members[member]);
        bytes[^1] ^= 1;
        members[member] = Convert.ToBase64String(bytes);
        return JsonSerializer.SerializeToUtf8Bytes(members, FlowTestJson.Default.DictionaryStringString);
    }

    internal sealed record Slots(string[] Times);

    internal sealed record Choice(string? Slot);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Slots))]
    [JsonSerializable(typeof(Choice))]
    [JsonSerializable(typeof(Dictionary<string, string>))]
    internal sealed partial class FlowTestJson : JsonSerializerContext;

    /// <summary>Somebody between WhatsApp and the app who knows the app secret.</summary>
    private sealed class TamperingHandler(Func<byte[], byte[]> change) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            byte[] body = change(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
            request.Content = new ByteArrayContent(body);
            request.Headers.Remove(WebhookSignature.HeaderName);
            request.Headers.Add(WebhookSignature.HeaderName, WebhookSignature.Compute(body, FlowSite.Secret));
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
