using System.Net;

namespace WhatsCommerce.Testing.Tests.Api;

/// <summary>Pages of others in a browser of this machine get nothing from the API.</summary>
public sealed class ForeignPageTests
{
    private const string Number = "106540352242922";

    [Theory]
    [InlineData("Host", "evil.example"), InlineData("Host", "127.0.0.1.evil.example"), InlineData("Host", "192.168.1.7")]
    [InlineData("Origin", "https://evil.example"), InlineData("Origin", "http://127.0.0.1:1"), InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site"), InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Request_OfAForeignPage_IsRefusedAndChangesNothing(string header, string value)
    {
        await using Stage stage = await Stage.StartAsync();

        Answer read = await SendAsync(stage, HttpMethod.Get, Number, header, value);
        Answer changed =
            await SendAsync(stage, HttpMethod.Post, $"{Number}/whatsapp_commerce_settings?is_cart_enabled=false", header, value);

        read.AssertRefused(200, 403);
        changed.AssertRefused(200, 403);
        Assert.DoesNotContain("Local shop", read.Json.ToString(), StringComparison.Ordinal);
        Assert.True(stage.Cloud.Number.IsCartEnabled);
    }

    [Theory]
    [InlineData("Host", "localhost:5180"), InlineData("Host", "127.0.0.1"), InlineData("Host", "[::1]:80")]
    [InlineData("Host", "graph.facebook.com"), InlineData("Host", "lookaside.fbsbx.com")]
    [InlineData("Sec-Fetch-Site", "none"), InlineData("Sec-Fetch-Site", "same-origin")]
    public async Task Request_OfThisMachine_IsAnswered(string header, string value)
    {
        await using Stage stage = await Stage.StartAsync();

        (await SendAsync(stage, HttpMethod.Get, Number, header, value)).AssertAccepted();
    }

    [Fact]
    public async Task Request_OfAPageOfItsOwn_IsAnswered()
    {
        await using Stage stage = await Stage.StartAsync();

        (await SendAsync(stage, HttpMethod.Get, Number, "Origin", stage.Cloud.BaseAddress.GetLeftPart(UriPartial.Authority)))
            .AssertAccepted();
    }

    [Fact]
    public async Task Request_ForAnotherName_IsAnsweredWhenItListensToOthers()
    {
        await using Stage stage = await Stage.StartAsync(new() { Address = IPAddress.Any });

        (await SendAsync(stage, HttpMethod.Get, Number, "Host", "emulator.test")).AssertAccepted();
    }

    private static async Task<Answer> SendAsync(Stage stage, HttpMethod method, string path, string header, string value)
    {
        using HttpRequestMessage request = new(method, new Uri("v25.0/" + path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation(header, value);
        using HttpResponseMessage response = await stage.Http.SendAsync(request, Stage.Token);
        return await Answer.ReadAsync(response);
    }
}
