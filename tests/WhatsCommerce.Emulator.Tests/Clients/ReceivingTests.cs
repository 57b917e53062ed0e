using System.Net;
using System.Text;
using System.Text.Json;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Emulator.Tests.Clients;

/// <summary>The webhooks of the local Cloud API, at servers that verify their signatures with what others wrote.</summary>
public sealed class ReceivingTests
{
    private const string Words = "Ça va ? Привет 👩‍🌾 ¥1/2 <b> \"5%\" @";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("kapso.mjs", false), InlineData("kapso.mjs", true)]
    [InlineData("whatsapp-api-js.mjs", false), InlineData("whatsapp-api-js.mjs", true)]
    [InlineData("great-detail.mjs", false), InlineData("great-detail.mjs", true)]
    public async Task Receive_MessagesOrdersAndStatuses_AreVerifiedReadAndAnswered(string script, bool hidesPhoneNumber)
    {
        await using CloudApiEmulator cloud = await ClientShop.OpenAsync();
        await using NodeScript server = await ConnectAsync(script, cloud);
        EmulatedCustomer pablo = cloud.Pablo();
        pablo.HidesPhoneNumber = hidesPhoneNumber;

        MessageId question = await pablo.SendTextAsync(Words, Token);
        ReceivedMessage reply = await pablo.NextMessageAsync(cancellationToken: Token);
        await cloud.WhenDeliveredAsync(Token);
        await pablo.SendCartAsync([("apple-1kg", 2), "bread"], note: "À côté de l'église 🌳", Token);

        JsonElement[] told = [
            await server.NextAsync(),
            await server.NextAsync(),
            await server.NextAsync(),
            await server.NextAsync(),
            await server.NextAsync()];
        Assert.Equal(["text", "sent", "delivered", "read", "order"], told.Select(line => line.GetProperty("type").GetString()));
        string? sender = hidesPhoneNumber ? pablo.UserId.Value : ClientShop.Phone;
        Assert.All(told, line => Assert.Equal(sender, line.GetProperty("from").GetString()));
        Assert.Equal(Words, told[0].GetProperty("text").GetString());
        Assert.Equal("service", told[1].GetProperty("category").GetString());
        Assert.Equal("À côté de l'église 🌳", told[4].GetProperty("text").GetString());
        Assert.Equal(["apple-1kg", "bread"], told[4].GetProperty("products").EnumerateArray().Select(product => product.GetString()));
        Assert.All(cloud.Deliveries, delivery => Assert.Equal(200, Assert.Single(delivery.Attempts).StatusCode));
        Assert.Equal((Words, question), (reply.Text, reply.RepliesTo));

        // The client marks it as read after its reply, while the reply's statuses are on their way already.
        await Patiently.Until(() => pablo.Chat.OfType<CustomerMessage>().First().IsRead);
    }

    [Theory, InlineData("kapso.mjs"), InlineData("whatsapp-api-js.mjs"), InlineData("great-detail.mjs")]
    public async Task Receive_BodyWithOneByteChanged_IsRefused(string script)
    {
        await using CloudApiEmulator cloud = await ClientShop.OpenAsync();
        await using NodeScript server = await ConnectAsync(script, cloud);
        await cloud.Pablo().SendCartAsync([("apple-1kg", 2)], note: "À 5/6", Token);
        RecordedDelivery order = Assert.Single(cloud.Deliveries);
        byte[] body = order.Body.ToArray();
        string signature = WebhookSignature.Compute(body, cloud.AppSecret);

        Assert.Equal(HttpStatusCode.OK, await PostAsync(cloud.Callback!, body, signature));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(cloud.Callback!, Changed(body, "\"quantity\":2", '9'), signature));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(cloud.Callback!, Changed(body, "\\u00c0", '1'), signature));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(cloud.Callback!, body, WebhookSignature.Compute(body, "another secret")));
    }

    private static async Task<NodeScript> ConnectAsync(string script, CloudApiEmulator cloud)
    {
        NodeScript server = await NodeScript.StartAsync(script, "webhooks", cloud);
        int port = (await server.NextAsync()).GetProperty("port").GetInt32();
        await cloud.ConnectWebhookAsync(new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", port, "webhook").Uri, Token);
        return server;
    }

    /// <summary>The body with another character at the end of a text that stands in it once, still JSON.</summary>
    private static byte[] Changed(byte[] body, string text, char last)
    {
        byte[] changed = [.. body];
        int at = body.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text));
        Assert.True(at >= 0, Encoding.UTF8.GetString(body));
        changed[at + text.Length - 1] = (byte)last;
        return changed;
    }

    private static async Task<HttpStatusCode> PostAsync(Uri callback, byte[] body, string signature)
    {
        using HttpClient http = new(new SocketsHttpHandler());
        using HttpRequestMessage request = new(HttpMethod.Post, callback);
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        request.Headers.Add(WebhookSignature.HeaderName, signature);
        using HttpResponseMessage response = await http.SendAsync(request, Token);
        return response.StatusCode;
    }
}
