using WhatsCommerce.QrCodes;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.QrCodes;

/// <summary>QR codes and short links.</summary>
public class QrCodesClientTests
{
    private const string One =
        """{"code":"ANED2T5QRU7HG1","prefilled_message":"Hi","deep_link_url":"https://wa.me/message/ANED2T5QRU7HG1"}""";

    private static readonly Uri Meta = new("https://graph.facebook.com/");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_OfTheRoom()
    {
        using StubMeta meta = new(
            StubMeta.Ok(One), StubMeta.Ok(One), StubMeta.Ok($$"""{"data":[{{One}}]}"""), StubMeta.Ok("""{"data":[]}"""),
            StubMeta.Ok($$"""{"data":[{{One}}]}"""), StubMeta.Ok("""{"success":true}"""));
        using TestClient client = new(Meta, handler: meta);
        QrCodesClient codes = client.Client.QrCodes;

        await codes.CreateAsync("Hi", QrImageFormat.Png, Token);
        await codes.UpdateAsync("ANED2T5QRU7HG1", "Hello", Token);
        QrCode? found = await codes.FindAsync("ANED2T5QRU7HG1", QrImageFormat.Svg, Token);
        QrCode? missing = await codes.FindAsync("FO7JXE4BG3RFG1", cancellationToken: Token);
        Assert.Single(await codes.ListAsync(cancellationToken: Token).ToListAsync(Token));
        await codes.DeleteAsync("ANED2T5QRU7HG1", Token);

        Assert.Equal("Hi", found?.PrefilledMessage);
        Assert.Null(missing);
        Snapshot.MatchText(Wire.Describe(meta.Requests));
    }

    [Fact]
    public async Task ListAsync_MetasExample_IsRead()
    {
        using StubMeta meta = new(StubMeta.Ok(
            """{"data":[{"code":"FO7JXE4BG3RFG1","prefilled_message":"Hi","deep_link_url":"https://wa.me/"""
                + """message/FO7JXE4BG3RFG1","qr_image_url":"https://scontent.xx.fbcdn.net/a?b=c"}]}"""));
        using TestClient client = new(Meta, handler: meta);

        QrCode code = Assert.Single(await client.Client.QrCodes.ListAsync(QrImageFormat.Svg, Token).ToListAsync(Token));

        Assert.Equal("https://scontent.xx.fbcdn.net/a?b=c", code.ImageUrl?.ToString());
    }

    [Fact]
    public async Task CreateAsync_ServerError_IsNotRetried()
    {
        using StubMeta meta = new(StubMeta.Error(2, 500));
        using TestClient client = new(Meta, handler: meta);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.Client.QrCodes.CreateAsync("Hi", cancellationToken: Token));

        Assert.Single(meta.Requests);
    }

    [Theory]
    [InlineData(""), InlineData("../10"), InlineData("A B"), InlineData("code?x=1")]
    public async Task DeleteAsync_CodeThatIsNone_IsNotSent(string code)
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.Client.QrCodes.DeleteAsync(code, Token));
        await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => client.Client.QrCodes.CreateAsync(new string('a', 141), cancellationToken: Token));

        Assert.Empty(meta.Requests);
    }
}
