using System.Text;
using RichardSzalay.MockHttp;
using WhatsCommerce.Http;
using WhatsCommerce.Media;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Media;

/// <summary>Asking for a file, downloading and deleting it; and where the token does not go.</summary>
public class MediaDownloadTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");

    [Fact]
    public async Task GetAsync_File_GivesWhatMetaKnows()
    {
        await using RawServer server = RawServer.Answering(200,
            """
            {"messaging_product":"whatsapp","url":"https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&hash=x",
            "mime_type":"image/jpeg","sha256":"ab12","file_size":303833,"id":"4490709327384033"}
            """);
        using TestClient client = new(server.Address);

        MediaFile file = await client.Client.Media.GetAsync("4490709327384033", TestContext.Current.CancellationToken);

        Assert.StartsWith("GET /v25.0/4490709327384033 HTTP/1.1\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.Equal(
            new MediaFile
            {
                Id = "4490709327384033",
                Url = new Uri("https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&hash=x"),
                MimeType = "image/jpeg",
                Sha256 = "ab12",
                FileSize = 303833,
            },
            file);
        Assert.DoesNotContain("hash", file.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetAsync_MetasExample_IsRead()
    {
        string example = SharedMaterial.ReadJson(
            "responses", "001-media-id-other-file-size-id-messaging-product-mi--retrieve-media-url.json").GetRawText();
        await using RawServer server = RawServer.Answering(200, example);
        using TestClient client = new(server.Address);

        MediaFile file = await client.Client.Media.GetAsync("2621233374848975", TestContext.Current.CancellationToken);

        Assert.Equal(("2621233374848975", "image/jpeg", 303833L), (file.Id.Value, file.MimeType, file.FileSize));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../me")]
    [InlineData("..")]
    [InlineData("123/phone_numbers")]
    [InlineData("123?fields=token")]
    [InlineData("123#")]
    [InlineData("https://evil.example/")]
    public async Task AnyCall_IdThatIsNone_SendsNothing(string id)
    {
        await using RawServer server = RawServer.Answering(200, "{}");
        using TestClient client = new(server.Address);
        CancellationToken cancellation = TestContext.Current.CancellationToken;

        await Assert.ThrowsAsync<ArgumentException>(() => client.Client.Media.GetAsync(id, cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Client.Media.DownloadAsync(id, cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Client.Media.DeleteAsync(id, cancellation));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task DownloadAsync_File_IsReadWhileItArrives()
    {
        TaskCompletionSource rest = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawServer server = RawServer.AnsweringInParts(
            "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: 10\r\n\r\nfirst", rest.Task, "later");
        using TestClient client = new(server.Address);

        await using MediaDownload download = await Download(client, new Uri(server.Address, "file?hash=x"));
        byte[] buffer = new byte[10];
        int first = await download.Content.ReadAtLeastAsync(buffer, 5, cancellationToken: TestContext.Current.CancellationToken);
        rest.SetResult();
        int later =
            await download.Content.ReadAtLeastAsync(buffer.AsMemory(first), 5, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((5, 5, "firstlater"), (first, later, Encoding.ASCII.GetString(buffer)));
        Assert.Equal(("image/jpeg", 10L), (download.ContentType, download.ContentLength));
        Assert.StartsWith("GET /file?hash=x HTTP/1.1\r\n", server.Requests[0], StringComparison.Ordinal);
        Assert.Contains($"Authorization: Bearer {TestClient.Token}\r\n", server.Requests[0], StringComparison.Ordinal);
        Assert.Contains("User-Agent: WhatsCommerce.Sdk/", server.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task DownloadAsync_ById_AsksFirstWhereTheFileLies()
    {
        using MockHttpMessageHandler meta = new();
        meta.Expect(HttpMethod.Get, "https://graph.facebook.com/v25.0/4490709327384033").WithHeaders(
            "Authorization", $"Bearer {TestClient.Token}")
            .Respond("application/json", """{"id":"4490709327384033","url":"https://lookaside.fbsbx.com/file?mid=1"}""");
        meta.Expect(HttpMethod.Get, "https://lookaside.fbsbx.com/file?mid=1").WithHeaders("Authorization", $"Bearer {TestClient.Token}")
            .Respond("image/jpeg", "JPEG bytes");
        using TestClient client = new(Meta, handler: meta);

        using MediaDownload download = await client.Client.Media.DownloadAsync("4490709327384033", TestContext.Current.CancellationToken);
        using StreamReader reader = new(download.Content);

        Assert.Equal("JPEG bytes", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        meta.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task DownloadAsync_AnswerThatPointsToAnotherHost_IsRefusedAndNoTokenLeaves()
    {
        await using RawServer other = RawServer.Answering(200, "stolen");
        await using RawServer server = RawServer.Answering(200, $$"""{"id":"1","url":"{{other.Address}}file"}""");
        using TestClient client = new(server.Address);

        UntrustedAddressException exception = await Assert.ThrowsAsync<UntrustedAddressException>(
            () => client.Client.Media.DownloadAsync("1", TestContext.Current.CancellationToken));

        Assert.Empty(other.Requests);
        Assert.Single(server.Requests);
        Assert.Equal("127.0.0.1", exception.Host);
        Assert.Contains("no token was sent", exception.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(301), InlineData(302), InlineData(303), InlineData(307), InlineData(308)]
    public async Task DownloadAsync_Redirect_IsNotFollowedAndNoTokenLeaves(int status)
    {
        await using RawServer other = RawServer.Answering(200, "stolen");
        await using RawServer server = RawServer.Answering(status, "", $"Location: {other.Address}stolen\r\n");
        using TestClient client = new(server.Address);

        UntrustedAddressException exception =
            await Assert.ThrowsAsync<UntrustedAddressException>(() => Download(client, new Uri(server.Address, "file")));

        Assert.Empty(other.Requests);
        Assert.Single(server.Requests);
        Assert.Equal("127.0.0.1", exception.Host);
        Assert.Contains("redirect", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://graph.facebook.com/v25.0/1")]
    [InlineData("https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1")]
    [InlineData("https://LOOKASIDE.FBSBX.COM/file")]
    [InlineData("https://mmg.whatsapp.net/file")]
    [InlineData("https://scontent.xx.fbcdn.net/file")]
    [InlineData("https://lookaside.facebook.com/file")]
    public async Task DownloadAsync_HostOfMetas_GetsTheToken(string address)
    {
        using MockHttpMessageHandler meta = new();
        meta.Expect(HttpMethod.Get, address).WithHeaders("Authorization", $"Bearer {TestClient.Token}").Respond("image/jpeg", "JPEG bytes");
        using TestClient client = new(Meta, handler: meta);

        using MediaDownload download = await Download(client, new Uri(address));

        meta.VerifyNoOutstandingExpectation();
    }

    [Theory]
    [InlineData("https://evil.example/file")]
    [InlineData("http://lookaside.fbsbx.com/file")]
    [InlineData("ftp://lookaside.fbsbx.com/file")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://lookaside.fbsbx.com:8443/file")]
    [InlineData("https://lookaside.fbsbx.com.evil.example/file")]
    [InlineData("https://lookaside.fbsbx.com./file")]
    [InlineData("https://evilfbsbx.com/file")]
    [InlineData("https://evil-whatsapp.net/file")]
    [InlineData("https://lookaside.fbsbx.com@evil.example/file")]
    [InlineData("https://evil.example/.fbsbx.com")]
    [InlineData("https://evil.example?.fbsbx.com")]
    [InlineData("https://evil.example#.fbsbx.com")]
    [InlineData("https://127.0.0.1/file")]
    [InlineData("https://[::1]/file")]
    [InlineData("http://graph.facebook.com/v25.0/1")]
    [InlineData("/v25.0/1")]
    public async Task DownloadAsync_AnyOtherAddress_IsNotCalled(string address)
    {
        using MockHttpMessageHandler meta = new();
        using TestClient client = new(Meta, handler: meta);

        UntrustedAddressException exception = await Assert.ThrowsAsync<UntrustedAddressException>(
            () => Download(client, new Uri(address, UriKind.RelativeOrAbsolute)));

        Assert.Equal(0, meta.GetMatchCount(meta.Fallback));
        Assert.DoesNotContain(TestClient.Token, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080/file", "http://127.0.0.1:5080/", true)]
    [InlineData("http://127.0.0.1:5081/file", "http://127.0.0.1:5080/", false)]
    [InlineData("http://localhost:5080/file", "http://127.0.0.1:5080/", false)]
    [InlineData("https://proxy.example/file", "https://proxy.example/graph/", true)]
    [InlineData("http://proxy.example/file", "https://proxy.example/graph/", false)]
    public void Accepts_TheConfiguredAddress_IsItsSchemeHostAndPort(string address, string graph, bool accepted) =>
        Assert.Equal(accepted, TokenAudience.Accepts(new Uri(address), new Uri(graph)));

    [Fact]
    public async Task DownloadAsync_WithoutAddress_SaysToGetItById()
    {
        using TestClient client = new(Meta);

        ArgumentException exception = await Assert.ThrowsAsync<ArgumentException>(
            () => client.Client.Media.DownloadAsync(new MediaFile { Id = "1" }, TestContext.Current.CancellationToken));

        Assert.Contains("get it by its id", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DownloadAsync_AddressNoLongerGood_IsAnErrorWithTheBeginningOfTheAnswer()
    {
        await using RawServer server = RawServer.Answering(404, "<html>URL expired</html>" + new string('x', 200_000));
        using TestClient client = new(server.Address);

        GraphException exception =
            await Assert.ThrowsAnyAsync<GraphException>(() => Download(client, new Uri(server.Address, "file?hash=secret")));

        Assert.Equal(404, (int)exception.StatusCode!);
        Assert.Contains("URL expired", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DownloadAsync_ConnectionCutInTheMiddle_BreaksTheStream()
    {
        await using RawServer server = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nbeginning");
        using TestClient client = new(server.Address);

        await using MediaDownload download = await Download(client, new Uri(server.Address, "file"));

        await Assert.ThrowsAnyAsync<IOException>(() => download.Content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task DownloadAsync_NothingMoreInTime_BreaksTheStreamAndNamesTheSetting()
    {
        FakeTimeProvider time = new();
        TaskCompletionSource never = new();
        await using RawServer server =
            RawServer.AnsweringInParts("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nbeginning", never.Task, "");
        using TestClient client = new(server.Address, time: time);
        await using MediaDownload download = await Download(client, new Uri(server.Address, "file"));

        // What there is may be read first: only the wait for more is what ends.
        Task reading = download.Content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
        await Patiently.Until(() =>
        {
            time.Advance(TimeSpan.FromSeconds(31));
            return reading.IsCompleted;
        });

        IOException exception = await Assert.ThrowsAsync<IOException>(() => reading);
        Assert.Contains("WhatsCommerceOptions.Timeout", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DownloadAsync_NothingMoreInTimeForASynchronousReader_BreaksTheStream()
    {
        FakeTimeProvider time = new();
        TaskCompletionSource never = new();
        await using RawServer server =
            RawServer.AnsweringInParts("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nbeginning", never.Task, "");
        using TestClient client = new(server.Address, time: time);
        await using MediaDownload download = await Download(client, new Uri(server.Address, "file"));

        Task reading = Task.Factory.StartNew(
            () => download.Content.CopyTo(Stream.Null),
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        await Patiently.Until(() =>
        {
            time.Advance(TimeSpan.FromSeconds(31));
            return reading.IsCompleted;
        });

        IOException exception = await Assert.ThrowsAsync<IOException>(() => reading);
        Assert.Contains("WhatsCommerceOptions.Timeout", exception.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Hashes() => new()
    {
        { "hexadecimal", Convert.ToHexStringLower(HashOfTheFile) },
        { "hexadecimal in capitals", Convert.ToHexString(HashOfTheFile) },
        { "base64", Convert.ToBase64String(HashOfTheFile) },
    };

    [Theory, MemberData(nameof(Hashes))]
    public async Task DownloadAsync_HashThatFits_GivesTheFile(string writing, string hash)
    {
        Assert.NotEmpty(writing);
        await using RawServer server = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nthe file");
        using TestClient client = new(server.Address);

        await using MediaDownload download = await Download(client, new Uri(server.Address, "file"), hash);

        Assert.Equal("the file", await new StreamReader(download.Content).ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(Hashes))]
    public async Task DownloadAsync_AnotherFileThanTheHashSays_BreaksTheStreamAtItsEnd(string writing, string hash)
    {
        Assert.NotEmpty(writing);
        await using RawServer server =
            RawServer.Answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\nthe fily\r\n0\r\n\r\n");
        using TestClient client = new(server.Address);

        await using MediaDownload download = await Download(client, new Uri(server.Address, "file"), hash);

        IOException exception = await Assert.ThrowsAsync<IOException>(
            () => download.Content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
        Assert.Contains("SHA-256", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DownloadAsync_AnotherFileReadToItsLengthAlone_BreaksTheStreamToo()
    {
        await using RawServer server = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nthe fily");
        using TestClient client = new(server.Address);

        await using MediaDownload download =
            await Download(client, new Uri(server.Address, "file"), Convert.ToHexStringLower(HashOfTheFile));

        await Assert.ThrowsAsync<IOException>(
            () => download.Content.ReadExactlyAsync(new byte[8], TestContext.Current.CancellationToken).AsTask());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ab12")]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    public async Task DownloadAsync_NoHashOfAFile_ComparesNothing(string? hash)
    {
        await using RawServer server = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nthe file");
        using TestClient client = new(server.Address);

        await using MediaDownload download = await Download(client, new Uri(server.Address, "file"), hash);

        await download.Content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task DownloadAsync_ReaderThatTakesItsTime_IsNotTimedOut()
    {
        FakeTimeProvider time = new();
        TaskCompletionSource rest = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawServer server = RawServer.AnsweringInParts("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst", rest.Task, "later");
        using TestClient client = new(server.Address, time: time);
        await using MediaDownload download = await Download(client, new Uri(server.Address, "file"));
        byte[] buffer = new byte[5];

        time.Advance(TimeSpan.FromHours(1));
        await download.Content.ReadExactlyAsync(buffer, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromHours(1));
        rest.SetResult();
        await download.Content.ReadExactlyAsync(buffer, TestContext.Current.CancellationToken);

        Assert.Equal("later", Encoding.ASCII.GetString(buffer));
    }

    [Fact]
    public async Task DownloadAsync_ReadCancelled_IsTheCallersCancellation()
    {
        TaskCompletionSource never = new();
        await using RawServer server =
            RawServer.AnsweringInParts("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nbeginning", never.Task, "");
        using TestClient client = new(server.Address);
        using CancellationTokenSource cancellation = new();
        await using MediaDownload download = await Download(client, new Uri(server.Address, "file"));

        Task reading = download.Content.CopyToAsync(Stream.Null, cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task DeleteAsync_File_IsDeletedByItsId()
    {
        await using RawServer server = RawServer.Answering(200, """{"success":true}""");
        using TestClient client = new(server.Address);

        await client.Client.Media.DeleteAsync("4490709327384033", TestContext.Current.CancellationToken);

        Assert.StartsWith("DELETE /v25.0/4490709327384033 HTTP/1.1\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory, InlineData(200, """{"success":false}"""), InlineData(404, """{"error":{"message":"(#33) No such object","code":33}}""")]
    public async Task DeleteAsync_AnswerThatIsNoSuccess_IsAnError(int status, string answer)
    {
        await using RawServer server = RawServer.Answering(status, answer);
        using TestClient client = new(server.Address);

        await Assert.ThrowsAnyAsync<GraphException>(() => client.Client.Media.DeleteAsync("1", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Client_ReplacedByADouble_GivesAFileOfTheTests()
    {
        WhatsCommerceClient client = new FakeClient();

        using MediaDownload download = await client.Media.DownloadAsync("1", TestContext.Current.CancellationToken);

        Assert.Equal(("text/plain", 4L), (download.ContentType, download.ContentLength));
    }

    private static byte[] HashOfTheFile => System.Security.Cryptography.SHA256.HashData("the file"u8);

    private static Task<MediaDownload> Download(TestClient client, Uri address, string? sha256 = null) =>
        client.Client.Media.DownloadAsync(new MediaFile { Url = address, Sha256 = sha256 }, TestContext.Current.CancellationToken);

    private sealed class FakeClient : WhatsCommerceClient
    {
        public override MediaClient Media { get; } = new FakeMedia();
    }

    private sealed class FakeMedia : MediaClient
    {
        public override Task<MediaDownload> DownloadAsync(MediaId id, CancellationToken cancellationToken = default) =>
            Task.FromResult(new MediaDownload(new MemoryStream("file"u8.ToArray()), "text/plain", 4));
    }
}
