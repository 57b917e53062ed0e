using System.Text;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Catalogs;

/// <summary>Product feeds and their uploads.</summary>
public class ProductFeedsClientTests
{
    private const string UnderWay =
        """{"id":"31","start_time":"2026-11-20T10:00:00+0000","num_detected_items":10,"num_persisted_items":4}""";

    private const string Ended =
        """{"id":"31","start_time":"2026-11-20T10:00:00+0000","end_time":"2026-11-20T12:05:00+0200","error_count":1,"warning_count":0"""
            + ""","num_detected_items":10,"num_persisted_items":9,"num_invalid_items":1,"num_deleted_items":0}""";

    private static readonly FeedSchedule Nightly = new()
    {
        Interval = FeedInterval.Daily,
        IntervalCount = 1,
        Hour = 3,
        Minute = 30,
        TimeZone = "America/Sao_Paulo",
        Url = new Uri("https://shop.example/feed.csv?key=k"),
        Username = "meta",
        Password = "s3cret",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryRequest()
    {
        using CatalogApi api = new(
            StubMeta.Ok("""{"data":[]}"""),
            StubMeta.Ok("""{"id":"21"}"""),
            StubMeta.Ok("""{"id":"22"}"""),
            StubMeta.Ok("""{"success":true}"""),
            StubMeta.Ok("""{"id":"31"}"""),
            StubMeta.Ok("""{"id":"32"}"""),
            StubMeta.Ok("""{"data":[]}"""),
            StubMeta.Ok(Ended),
            StubMeta.Ok("""{"data":[]}"""));

        await CatalogApi.ToListAsync(api.Catalogs.Feeds.ListAsync(cancellationToken: Cancellation));
        await api.Catalogs.Feeds.CreateAsync(new ProductFeedDefinition { Name = "By hand" }, cancellationToken: Cancellation);
        await api.Catalogs.Feeds.CreateAsync(
            new ProductFeedDefinition
            {
                Name = "Nightly",
                Schedule = Nightly,
                UpdateSchedule = new FeedSchedule
                {
                    Interval = FeedInterval.Hourly,
                    IntervalCount = 2,
                    Url = new Uri("sftp://shop.example/changes.csv")
                },
                DefaultCurrency = "BRL",
                Country = "BR",
                DeletionEnabled = true,
                Delimiter = "COMMA",
                Encoding = "UTF8",
            },
            "77",
            Cancellation);
        await api.Catalogs.Feeds.ScheduleAsync("21", new FeedSchedule
        {
            Interval = FeedInterval.Weekly,
            DayOfWeek = "MONDAY",
            DayOfMonth = 1,
            Url = new Uri("http://shop.example/feed.csv")
        }, Cancellation);
        await api.Catalogs.Feeds.UploadAsync("21", new Uri("https://shop.example/feed.csv"), cancellationToken: Cancellation);
        await api.Catalogs.Feeds.UploadAsync("21", new Uri("https://shop.example/feed.csv"), new()
        {
            Username = "meta",
            Password = "s3cret",
            UpdateOnly = true
        }, Cancellation);
        await CatalogApi.ToListAsync(api.Catalogs.Feeds.ListUploadsAsync("21", Cancellation));
        await api.Catalogs.Feeds.GetUploadAsync("31", Cancellation);
        await CatalogApi.ToListAsync(api.Catalogs.Feeds.ListErrorsAsync("31", Cancellation));

        Snapshot.MatchText(api.Traffic);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task UploadAsync_File_IsStreamedAsAForm(bool canSeek)
    {
        using CatalogApi api = new(StubMeta.Ok("""{"id":"31"}"""));
        using MemoryStream file = new(Encoding.UTF8.GetBytes("skipped,id,title\napple,Äpfel\n")) { Position = "skipped,".Length };
        using Stream stream = canSeek ? file : new ForwardOnly(file);

        FeedUploadId upload =
            await api.Catalogs.Feeds.UploadAsync("21", stream, "new \"products\".csv", new() { UpdateOnly = true }, Cancellation);

        StubMeta.Request request = Assert.Single(api.Requests);
        Assert.Equal("31", upload.Value);
        Assert.Equal("/v25.0/21/uploads", request.Uri.AbsolutePath);
        string boundary = request.Body[..request.Body.IndexOf('\r', StringComparison.Ordinal)];
        Assert.Equal(
            string.Join("\r\n",
                boundary, "Content-Disposition: form-data; name=\"update_only\"", "", "true",
                boundary,
                "Content-Disposition: form-data; name=\"file\"; filename=\"new %22products%22.csv\"",
                "Content-Type: application/octet-stream",
                "",
                "id,title\napple,Äpfel\n", $"{boundary}--", ""),
            request.Body);
        Assert.True(file.CanRead);
    }

    [Fact]
    public async Task UploadAsync_FileThatBreaks_ThrowsWhatItThrew()
    {
        using CatalogApi api = new(StubMeta.Ok("""{"id":"31"}"""));
        using ForwardOnly broken = new(new MemoryStream()) { Failure = new IOException("The disk is gone.") };

        IOException exception = await Assert.ThrowsAsync<IOException>(
            () => api.Catalogs.Feeds.UploadAsync("21", broken, "products.csv", cancellationToken: Cancellation));

        Assert.Equal("The disk is gone.", exception.Message);
    }

    [Fact]
    public async Task FollowUploadAsync_ToTheEnd_GivesEachChangeOnce()
    {
        using CatalogApi api = new(StubMeta.Ok("""{"id":"31"}"""), StubMeta.Ok(UnderWay), StubMeta.Ok(UnderWay), StubMeta.Ok(Ended));

        List<FeedUpload> states = await CatalogApi.ToListAsync(api.Catalogs.Feeds.FollowUploadAsync("31", cancellationToken: Cancellation));

        Assert.Equal([null, 4, 9], states.Select(state => state.PersistedItemCount));
        FeedUpload last = states[^1];
        Assert.Equal((true, false, 1, 1), (last.HasEnded, last.Succeeded, last.ErrorCount, last.InvalidItemCount));
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 10, 5, 0, TimeSpan.Zero), last.EndedAt);
        Assert.Equal([2, 4, 8], api.Time.Skipped.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task FollowUploadAsync_NoEndInTime_SaysHowFarItIs()
    {
        using CatalogApi api = new(StubMeta.Ok(UnderWay));

        OperationUnfinishedException exception = await Assert.ThrowsAsync<OperationUnfinishedException>(
            () => CatalogApi.ToListAsync(api.Catalogs.Feeds.FollowUploadAsync("31", TimeSpan.FromSeconds(30), Cancellation)));

        Assert.Equal(("31", TimeSpan.FromSeconds(30)), (exception.Id, exception.Waited));
        Assert.Contains("4 of 10 items written", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListErrorsAsync_TwoPages_AreRead()
    {
        using CatalogApi api = new(
            StubMeta.Ok(
                """{"data":[{"id":"1","summary":"No price","description":"Give one","severity":"fatal","total_count":3}],"paging":"""
                    + """{"cursors":{"after":"a"},"next":"https://graph.facebook.com/x"}}"""),
            StubMeta.Ok("""{"data":[{"id":"2","summary":"No brand","severity":"warning"}]}"""));

        List<FeedUploadError> errors = await CatalogApi.ToListAsync(api.Catalogs.Feeds.ListErrorsAsync("31", Cancellation));

        Assert.Equal(["No price: Give one", "No brand: "], errors.Select(error => error.ToString()));
        Assert.Equal((3, "fatal"), (errors[0].TotalCount, errors[0].Severity));
    }

    [Theory]
    [InlineData("shop.example/feed.csv")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public async Task AnyAddress_ThatMetaCannotFetch_IsRefused(string url)
    {
        using CatalogApi api = new(StubMeta.Ok("""{"id":"31"}"""));

        await Assert.ThrowsAsync<ArgumentException>(
            () => api.Catalogs.Feeds.UploadAsync("21", new Uri(url, UriKind.RelativeOrAbsolute), cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(
            () => api.Catalogs.Feeds.ScheduleAsync("21", Nightly with { Url = new Uri(url, UriKind.RelativeOrAbsolute) }, Cancellation));
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task ScheduleAsync_TimeThatDoesNotExist_IsRefused()
    {
        using CatalogApi api = new(StubMeta.Ok("""{"success":true}"""));

        await Assert.ThrowsAsync<ArgumentException>(() => api.Catalogs.Feeds.ScheduleAsync("21", Nightly with { Hour = 24 }, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(
            () => api.Catalogs.Feeds.ScheduleAsync("21", Nightly with { Interval = default }, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(
            () => api.Catalogs.Feeds.UploadAsync("21", new MemoryStream(), "a\r\nb", cancellationToken: Cancellation));
    }

    [Fact]
    public void ToString_Schedule_HidesWhatIsSecret()
    {
        Assert.Equal("DAILY from shop.example", Nightly.ToString());
        Assert.DoesNotContain("s3cret", new ProductFeedDefinition
        {
            Name = "Nightly",
            Schedule = Nightly
        }.ToString(), StringComparison.Ordinal);
    }

    private sealed class ForwardOnly(Stream inner) : Stream
    {
        public Exception? Failure { get; init; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) =>
            Failure is null ? inner.Read(buffer, offset, count) : throw Failure;

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
