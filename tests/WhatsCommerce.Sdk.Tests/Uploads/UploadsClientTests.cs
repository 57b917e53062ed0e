using System.Text;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Uploads;

namespace WhatsCommerce.Sdk.Tests.Uploads;

/// <summary>Resumable uploads: what goes over the wire, and what is refused before.</summary>
public class UploadsClientTests
{
    private const string Session = "upload:MTphdHRhY2htZW50OjlmZGZhM?sig=ARaSGKM4S9v";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StartAsync_File_TellsItsNameLengthAndType()
    {
        await using RawServer server = RawServer.Answering(200, $$"""{"id":"{{Session}}"}""");
        using TestClient client = new(server.Address);

        UploadSessionId session = await client.Client.Uploads.StartAsync(2048, "image/png", "head er&.png", Stop);

        Assert.Equal(Session, session.Value);
        Assert.StartsWith(
            "POST /v25.0/app/uploads?file_name=head%20er%26.png&file_length=2048&file_type=image%2Fpng HTTP/1.1\r\n",
            Assert.Single(server.Requests),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResumeAsync_AfterTwoBytes_SendsTheRestWithItsOffset()
    {
        await using RawServer server = RawServer.Responding(request => request.StartsWith("GET", StringComparison.Ordinal)
            ? """{"id":"x","file_offset":2}"""
            : """{"h":"4::aW1hZ2UvcG5n:ARZ"}""");
        using TestClient client = new(server.Address);

        string handle = await client.Client.Uploads.ResumeAsync(Session, new MemoryStream("PNGbytes"u8.ToArray()), cancellationToken: Stop);

        Assert.Equal("4::aW1hZ2UvcG5n:ARZ", handle);
        Assert.Equal(2, server.Requests.Count);
        Assert.StartsWith($"GET /v25.0/{Session} HTTP/1.1\r\n", server.Requests[0], StringComparison.Ordinal);
        Assert.Contains($"Authorization: OAuth {TestClient.Token}\r\n", server.Requests[0], StringComparison.Ordinal);
        Assert.StartsWith($"POST /v25.0/{Session} HTTP/1.1\r\n", server.Requests[1], StringComparison.Ordinal);
        Assert.Contains($"Authorization: OAuth {TestClient.Token}\r\n", server.Requests[1], StringComparison.Ordinal);
        Assert.Contains("file_offset: 2\r\n", server.Requests[1], StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nGbytes", server.Requests[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("upload:")]
    [InlineData("123/messages")]
    [InlineData("upload:a/../106540352242922/messages")]
    [InlineData("upload:..")]
    [InlineData("upload:a?sig=b/c")]
    [InlineData("upload:a?sig=b#c")]
    public async Task GetOffsetAsync_IdOfNoSession_IsRefusedBeforeAnythingIsSent(string id)
    {
        await using RawServer server = RawServer.Answering(200, "{}");
        using TestClient client = new(server.Address);

        await Assert.ThrowsAsync<ArgumentException>(() => client.Client.Uploads.GetOffsetAsync(id, Stop));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task UploadAsync_EverythingWrong_NamesEveryViolation()
    {
        using TestClient client = new(new Uri("http://127.0.0.1:1"));

        WhatsCommerceValidationException exception = await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => client.Client.Uploads.UploadAsync(new MemoryStream(), "image/gif", " ", cancellationToken: Stop));

        Assert.Equal(["file_name", "file_length", "file_type"], exception.Violations.Select(violation => violation.Path));
    }

    [Fact]
    public async Task ResumeAsync_FileShorterThanWhatArrived_IsAnotherFile()
    {
        await using RawServer server = RawServer.Answering(200, """{"file_offset":9}""");
        using TestClient client = new(server.Address);

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(
            () => client.Client.Uploads.ResumeAsync(Session, new MemoryStream(Encoding.ASCII.GetBytes("short")), cancellationToken: Stop));

        Assert.Contains("shorter than what has arrived (9 bytes)", exception.Message, StringComparison.Ordinal);
    }
}
