using System.IO.Compression;
using System.Text;
using WhatsCommerce.Http;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>How the body of an answer is read: compressed or not, with or without a length, and never without end.</summary>
public class ResponseBodyTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Some text. ", 5_000)));

    public static TheoryData<string?, bool> Shapes() => new()
    {
        { null, true }, {
            null, false }, { "identity", true }, { "gzip", true }, { "gzip", false }, { "x-gzip", true }, { "br", true }, { "br", false },
    };

    [Theory, MemberData(nameof(Shapes))]
    public async Task ReadAsync_WhateverItsShape_GivesTheText(string? encoding, bool withLength)
    {
        using HttpContent content = Content(encoding, Text, withLength);

        Assert.Equal(Text, await ResponseBody.ReadAsync(content, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ReadAsync_Nothing_GivesNothing()
    {
        using HttpContent content = Content(null, [], withLength: true);

        Assert.Empty(await ResponseBody.ReadAsync(content, TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(null), InlineData("gzip"), InlineData("br")]
    public async Task ReadAsync_MoreThanMetaEverAnswers_IsGivenUp(string? encoding)
    {
        using HttpContent content = Content(encoding, new byte[17 * 1024 * 1024], withLength: false);

        await Assert.ThrowsAsync<IOException>(async () => await ResponseBody.ReadAsync(content, TestContext.Current.CancellationToken));
    }

    [Theory, InlineData("gzip"), InlineData("br")]
    public async Task ReadAsync_NotCompressedAsItSays_IsABrokenAnswer(string encoding)
    {
        using ByteArrayContent content = new(Text);
        content.Headers.ContentEncoding.Add(encoding);

        await Assert.ThrowsAsync<IOException>(async () => await ResponseBody.ReadAsync(content, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ReadAsync_UnknownCompression_IsSaid()
    {
        using HttpContent content = Content("zstd", Text, withLength: true);

        IOException exception =
            await Assert.ThrowsAsync<IOException>(async () => await ResponseBody.ReadAsync(content, TestContext.Current.CancellationToken));

        Assert.Contains("'zstd'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_ThatRead_AskForCompression_AndThoseThatSendDoNot()
    {
        List<string> encodings = [];
        using StubMeta meta = new((HttpRequestMessage request) =>
        {
            encodings.Add($"{request.Method} {request.Headers.AcceptEncoding}");
            return StubMeta.Ok("""{"messages":[{"id":"wamid.abc"}],"url":"https://lookaside.fbsbx.com/a","id":"1"}""");
        });
        using TestClient client = new(new Uri("https://graph.facebook.com/"), handler: meta);

        await client.SendHelloAsync();
        await client.Client.Media.GetAsync("1", TestContext.Current.CancellationToken);

        Assert.Equal(["POST ", "GET gzip, br"], encodings);
    }

    private static HttpContent Content(string? encoding, byte[] text, bool withLength)
    {
        MemoryStream body = new();
        using (Stream stream = encoding switch
        {
            "gzip" or "x-gzip" => new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(body, CompressionLevel.Fastest, leaveOpen: true),
            _ => new BufferedStream(body),
        })
        {
            stream.Write(text);
            stream.Flush();
            if (encoding is null or "identity" or "zstd")
            {
                body = new MemoryStream(body.ToArray());
            }
        }

        HttpContent content = withLength ? new ByteArrayContent(body.ToArray()) : new StreamContent(new Endless(body.ToArray()));
        if (encoding is not null)
        {
            content.Headers.ContentEncoding.Add(encoding);
        }

        return content;
    }

    // A stream that does not tell its length.
    private sealed class Endless(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
