using System.Net;
using System.Text;
using WhatsCommerce.Media;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Media;

/// <summary>Uploading a file: what is checked before, what goes over the wire, and how.</summary>
public class MediaUploadTests
{
    private const string Uploaded = """{"id":"4490709327384033"}""";

    // The first bytes of a WebP file with the flag that says that it moves.
    private static readonly byte[] AnimatedWebP = [.. "RIFF\0\0\0\0WEBPVP8X\u000a\0\0\0"u8, 0x02, 0, 0, 0];

    public static TheoryData<string, long> ContentTypeLimits
    {
        get
        {
            TheoryData<string, long> rows = [];
            foreach ((string type, MediaKind kind) in MediaLimits.ContentTypes.Where(type => type.Value != MediaKind.Sticker))
            {
                rows.Add(type, MediaLimits.MaxBytes(kind));
            }

            return rows;
        }
    }

    [Theory]
    [InlineData(MediaKind.Audio, 16 * 1024 * 1024)]
    [InlineData(MediaKind.Document, 100 * 1024 * 1024)]
    [InlineData(MediaKind.Image, 5 * 1024 * 1024)]
    [InlineData(MediaKind.Sticker, 500 * 1024)]
    [InlineData(MediaKind.Video, 16 * 1024 * 1024)]
    public void MaxBytes_OfEachKind_IsWhatMetaPrints(MediaKind kind, int bytes) => Assert.Equal(bytes, MediaLimits.MaxBytes(kind));

    [Fact]
    public async Task UploadAsync_File_IsPostedToTheNumberInThreeParts()
    {
        await using RawServer server = RawServer.Answering(200, Uploaded);
        using TestClient client = new(server.Address);

        MediaId id = await Upload(client, Stream("JPEG bytes"), "image/jpeg", "apples.jpg");

        Assert.Equal("4490709327384033", id.Value);
        string request = Assert.Single(server.Requests);
        Assert.StartsWith("POST /v25.0/106540352242922/media HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains($"Authorization: Bearer {TestClient.Token}\r\n", request, StringComparison.Ordinal);
        string boundary = request.Split("multipart/form-data; boundary=")[1].Split("\r\n")[0];
        Assert.Equal(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
            + $"--{boundary}\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nimage/jpeg\r\n"
            + $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"apples.jpg\"\r\nContent-Type: "
            + "image/jpeg\r\n\r\nJPEG bytes\r\n"
            + $"--{boundary}--\r\n",
            request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
    }

    [Fact]
    public async Task UploadAsync_StreamThatWasReadBefore_GoesOnFromWhereItStands()
    {
        await using RawServer server = RawServer.Answering(200, Uploaded);
        using TestClient client = new(server.Address);
        using MemoryStream content = Stream("header|file");
        content.Position = "header|".Length;

        await Upload(client, content, "text/plain; charset=utf-8", "a.txt");

        string request = Assert.Single(server.Requests);
        Assert.Contains("\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nfile\r\n--", request, StringComparison.Ordinal);
        Assert.DoesNotContain("header|", request, StringComparison.Ordinal);
        Assert.True(content.CanRead);
    }

    [Fact]
    public async Task UploadAsync_StreamOfUnknownLength_IsWrittenInChunks()
    {
        await using RawServer server = RawServer.Answering(200, Uploaded);
        using TestClient client = new(server.Address);

        await Upload(client, new PlainStream("unknown length"u8.ToArray()), "application/pdf", "menu.pdf");

        string request = Assert.Single(server.Requests);
        Assert.Contains("Transfer-Encoding: chunked\r\n", request, StringComparison.Ordinal);
        Assert.Contains("unknown length", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\"; filename=\"b.exe", "filename=\"a%22; filename=%22b.exe\"")]
    [InlineData("a\r\nX-Evil: 1\r\n\r\n.pdf", "filename=\"a%0D%0AX-Evil: 1%0D%0A%0D%0A.pdf\"")]
    [InlineData("Meñú ☀️.pdf", "filename=\"Meñú ☀️.pdf\"")]
    public async Task UploadAsync_FileNameWithSigns_CannotBreakOut(string fileName, string expected)
    {
        await using RawServer server = RawServer.Answering(200, Uploaded);
        using TestClient client = new(server.Address);

        await Upload(client, Stream("file"), "application/pdf", fileName);

        // The server reads bytes as Latin-1.
        Assert.Contains(
            Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(expected)) + "\r\nContent-Type: application/pdf",
            server.Requests[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task UploadAsync_LargeFile_IsNeverWholeInMemory()
    {
        const int Size = 4 * 1024 * 1024;
        using PacedSource source = new(Size);
        using ReadingHandler meta = new(Uploaded, written => source.Written = written);
        using TestClient client = new(new Uri("https://graph.facebook.com/"), handler: meta);
        Progress progress = new();

        await client.Client.Media.UploadAsync(source, "image/png", "apples.png", progress, TestContext.Current.CancellationToken);

        Assert.True(meta.Total > Size);
        Assert.InRange(source.MaxAhead, 0, 256 * 1024);
        Assert.Equal(Size, progress.Reported[^1]);
        Assert.Equal(progress.Reported.Order(), progress.Reported);
        Assert.True(progress.Reported.Count > 10);
    }

    [Theory, MemberData(nameof(ContentTypeLimits))]
    public async Task UploadAsync_FileOneByteOverItsLimit_IsRefusedBeforeItIsRead(string contentType, long limit)
    {
        using TestClient client = new(new Uri("https://graph.facebook.com/"), handler: new NoNetwork());
        using SizedStream content = new(limit + 1);

        WhatsCommerceValidationException exception =
            await Assert.ThrowsAsync<WhatsCommerceValidationException>(() => Upload(client, content, contentType, "file"));

        Violation violation = Assert.Single(exception.Violations);
        Assert.Equal(("content", limit, limit + 1), (violation.Path, violation.Limit, violation.Found));
        Assert.False(content.WasRead);
    }

    [Theory, MemberData(nameof(ContentTypeLimits))]
    public async Task UploadAsync_FileAtItsLimit_IsSent(string contentType, long limit)
    {
        using ReadingHandler meta = new(Uploaded, _ => { });
        using TestClient client = new(new Uri("https://graph.facebook.com/"), handler: meta);
        using SizedStream content = new(limit);

        await Upload(client, content, contentType, "file");

        Assert.InRange(meta.Total, limit, limit + 1024);
    }

    [Theory]
    [InlineData(false, 100 * 1024, true)]
    [InlineData(false, (100 * 1024) + 1, false)]
    [InlineData(true, (100 * 1024) + 1, true)]
    [InlineData(true, 500 * 1024, true)]
    [InlineData(true, (500 * 1024) + 1, false)]
    public async Task UploadAsync_Sticker_MayBeLargerWhenItMoves(bool isAnimated, int size, bool isAllowed)
    {
        byte[] file = new byte[size];
        (isAnimated ? AnimatedWebP : "RIFF\0\0\0\0WEBPVP8L"u8.ToArray()).CopyTo(file, 0);
        using ReadingHandler meta = new(Uploaded, _ => { });
        using TestClient client = new(new Uri("https://graph.facebook.com/"), handler: meta);
        using MemoryStream content = new(file);

        Exception? exception = await Record.ExceptionAsync(() => Upload(client, content, "image/webp", "smile.webp"));

        Assert.Equal(isAllowed, exception is null);
        if (isAllowed)
        {
            // The beginning that was looked at is sent as well.
            Assert.True(meta.Bytes.AsSpan().IndexOf(file) > 0);
        }
        else
        {
            Assert.Equal(size, Assert.Single(Assert.IsType<WhatsCommerceValidationException>(exception).Violations).Found);
        }
    }

    [Fact]
    public async Task UploadAsync_StreamOfUnknownLengthThatIsTooLarge_IsGivenUpOnTheWay()
    {
        using ReadingHandler meta = new(Uploaded, _ => { });
        using TestClient client = new(new Uri("https://graph.facebook.com/"), handler: meta);

        WhatsCommerceValidationException exception = await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => Upload(client, new PlainStream(new byte[MediaLimits.ImageBytes + 1]), "image/png", "apples.png"));

        Assert.Equal(("content", MediaLimits.ImageBytes), (exception.Violations[0].Path, (int)exception.Violations[0].Limit!));
        Assert.InRange(meta.Total, 0, MediaLimits.ImageBytes + 1024);
    }

    [Fact]
    public async Task UploadAsync_OverARealConnection_TooLargeStreamIsTheFilesFault()
    {
        await using RawServer server = RawServer.Answering(200, Uploaded);
        using TestClient client = new(server.Address);

        await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => Upload(client, new PlainStream(new byte[MediaLimits.AnimatedStickerBytes + 1]), "image/webp", "smile.webp"));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task UploadAsync_StreamThatFails_ThrowsWhatTheStreamThrew()
    {
        await using RawServer server = RawServer.Answering(200, Uploaded);
        using TestClient client = new(server.Address);

        IOException exception = await Assert.ThrowsAsync<IOException>(() => Upload(client, new BrokenStream(), "image/png", "apples.png"));

        Assert.Equal("The disk is gone.", exception.Message);
    }

    [Fact]
    public async Task UploadAsync_EverythingWrongAtOnce_NamesEveryViolation()
    {
        using TestClient client = new(new Uri("https://graph.facebook.com/"), handler: new NoNetwork());

        WhatsCommerceValidationException exception =
            await Assert.ThrowsAsync<WhatsCommerceValidationException>(() => Upload(client, Stream(""), "application/zip", " "));

        Snapshot.MatchText(exception.Message);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("jpeg")]
    [InlineData("image/jpeg\r\nX-Evil: 1")]
    [InlineData("image/gif")]
    [InlineData("image/svg+xml")]
    [InlineData("application/octet-stream")]
    public async Task UploadAsync_TypeThatMetaDoesNotTake_IsRefused(string? contentType)
    {
        using TestClient client = new(new Uri("https://graph.facebook.com/"), handler: new NoNetwork());

        WhatsCommerceValidationException exception =
            await Assert.ThrowsAsync<WhatsCommerceValidationException>(() => Upload(client, Stream("x"), contentType!, "a.b"));

        Assert.Equal("contentType", Assert.Single(exception.Violations).Path);
    }

    [Theory, InlineData("IMAGE/JPEG"), InlineData("audio/ogg; codecs=opus")]
    public async Task UploadAsync_TypeInOtherCaseOrWithParameters_IsSentAsItWasGiven(string contentType)
    {
        await using RawServer server = RawServer.Answering(200, Uploaded);
        using TestClient client = new(server.Address);

        await Upload(client, Stream("x"), contentType, "a.b");

        Assert.Contains($"name=\"type\"\r\n\r\n{contentType}\r\n", server.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task UploadAsync_EmptyStreamOfUnknownLength_IsRefused()
    {
        using ReadingHandler meta = new(Uploaded, _ => { });
        using TestClient client = new(new Uri("https://graph.facebook.com/"), handler: meta);

        WhatsCommerceValidationException exception =
            await Assert.ThrowsAsync<WhatsCommerceValidationException>(() => Upload(client, new PlainStream([]), "image/png", "a.png"));

        Assert.Equal(0, Assert.Single(exception.Violations).Found);
    }

    [Fact]
    public async Task UploadAsync_Refused_CarriesWhatMetaSaid()
    {
        await using RawServer server = RawServer.Answering(400, """{"error":{"message":"(#131053) Media upload error","code":131053}}""");
        using TestClient client = new(server.Address);

        GraphException exception = await Assert.ThrowsAnyAsync<GraphException>(() => Upload(client, Stream("x"), "image/png", "a.png"));

        Assert.Equal(GraphErrorClass.Media, exception.ErrorClass);
        Assert.Single(server.Requests);
    }

    [Theory, InlineData(""), InlineData("{}"), InlineData("""{"id":""}"""), InlineData("<html/>")]
    public async Task UploadAsync_SuccessThatNamesNoFile_IsAnError(string answer)
    {
        await using RawServer server = RawServer.Answering(200, answer);
        using TestClient client = new(server.Address);

        await Assert.ThrowsAnyAsync<GraphException>(() => Upload(client, Stream("x"), "image/png", "a.png"));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task UploadAsync_ConnectionCut_IsNotRepeated()
    {
        await using RawServer server = RawServer.Cutting();
        using TestClient client = new(server.Address);

        await Assert.ThrowsAnyAsync<GraphException>(() => Upload(client, Stream("x"), "image/png", "a.png"));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task UploadAsync_LargeFileThatMoves_MayTakeLongerThanTheTimeout()
    {
        FakeTimeProvider time = new();
        using ReadingHandler meta = new(Uploaded, _ => time.Advance(TimeSpan.FromSeconds(20)));
        using TestClient client = new(new Uri("https://graph.facebook.com/"), handler: meta, time: time);

        MediaId id = await Upload(client, new SizedStream(1024 * 1024), "image/png", "apples.png");

        Assert.True(id.HasValue);
        Assert.True(time.Elapsed > TimeSpan.FromSeconds(30 * 5));
    }

    [Fact]
    public async Task UploadAsync_FileThatStalls_IsGivenUpAndNotRepeated()
    {
        FakeTimeProvider time = new();
        using ReadingHandler meta = new(Uploaded, _ => time.Advance(TimeSpan.FromSeconds(31)));
        using TestClient client = new(new Uri("https://graph.facebook.com/"), handler: meta, time: time);

        GraphException exception =
            await Assert.ThrowsAnyAsync<GraphException>(() => Upload(client, new SizedStream(1024 * 1024), "image/png", "apples.png"));

        Assert.Contains("WhatsCommerceOptions.Timeout", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, meta.Requests);
    }

    [Fact]
    public async Task UploadAsync_Redirect_IsNotFollowed()
    {
        await using RawServer other = RawServer.Answering(200, Uploaded);
        await using RawServer server = RawServer.Answering(307, "", $"Location: {other.Address}stolen\r\n");
        using TestClient client = new(server.Address);

        await Assert.ThrowsAnyAsync<GraphException>(() => Upload(client, Stream("x"), "image/png", "a.png"));

        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task UploadAsync_Cancelled_IsTheCallersCancellation()
    {
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RawServer server = RawServer.Silent(arrived);
        using TestClient client = new(server.Address);
        using CancellationTokenSource cancellation = new();

        Task uploading = client.Client.Media.UploadAsync(Stream("x"), "image/png", "a.png", cancellationToken: cancellation.Token);
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => uploading);
    }

    private static Task<MediaId> Upload(TestClient client, Stream content, string contentType, string fileName) =>
        client.Client.Media.UploadAsync(content, contentType, fileName, cancellationToken: TestContext.Current.CancellationToken);

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private sealed class Progress : IProgress<long>
    {
        public List<long> Reported { get; } = [];

        public void Report(long value) => Reported.Add(value);
    }

    /// <summary>A network that takes the body piece by piece, as a slow one does.</summary>
    private sealed class ReadingHandler(string answer, Action<long> written) : HttpMessageHandler
    {
        private readonly MemoryStream _bytes = new();

        public long Total { get; private set; }

        public int Requests { get; private set; }

        public byte[] Bytes => _bytes.ToArray();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            using CountingStream into = new(piece =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                Total += piece.Length;
                written(Total);
                if (_bytes.Length < 1024 * 1024)
                {
                    _bytes.Write(piece.Span);
                }
            });
            await request.Content!.CopyToAsync(into, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, "application/json") };
        }
    }

    private sealed class NoNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Nothing should have been sent.");
    }
}
