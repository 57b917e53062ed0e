using System.Runtime.ExceptionServices;

namespace WhatsCommerce.Catalogs;

/// <summary>
/// Manages the product feeds of a catalog: files from which Meta updates it. Available as <see cref="CatalogsClient.Feeds"/>.
/// </summary>
/// <remarks>
/// Suitable for data that changes at most once an hour. Without a catalog id, methods use the client's own catalog. Source: Meta,
/// marketing-api/reference/product-feed.
/// </remarks>
public class ProductFeedsClient
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DefaultMaxWait = TimeSpan.FromHours(1);

    private static readonly GraphOperation Create = new("create_feed", ResponseReader.Of(CatalogsJson.Default.IdResponse))
    {
        IsSentOnce = true,
        IfRefused = ICatalogApi.IfRefused,
        IfUnknown = "Whether the feed was created is not known: list the feeds before creating it again.",
    };

    private static readonly GraphOperation UploadFile =
        new("upload_feed", ResponseReader.Of(CatalogsJson.Default.IdResponse)) { IfRefused = ICatalogApi.IfRefused };

    private static readonly GraphOperation UploadFromUrl = UploadFile with
    {
        IsSentOnce = true,
        IfUnknown = "Whether the upload began is not known: list the uploads of the feed before beginning another.",
    };

    private readonly GraphTransport _transport = null!;

    private IProductFeedApi Api => field ??= GraphApi.Create<IProductFeedApi>(_transport, CatalogsJson.Default);

    internal ProductFeedsClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the members.</summary>
    protected ProductFeedsClient() { }

    /// <summary>Lists the feeds of a catalog.</summary>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is not a valid Meta id.</exception>
    public virtual Paged<ProductFeed> ListAsync(CatalogId catalogId = default, CancellationToken cancellationToken = default)
    {
        catalogId = _transport.OwnCatalog(catalogId);
        return _transport.List((limit, after, token) => Api.List(catalogId, ProductFeed.Fields, limit, after, token), cancellationToken);
    }

    /// <summary>Creates a feed, with a schedule or for manual uploads.</summary>
    /// <param name="feed">The definition.</param>
    /// <param name="catalogId">The catalog.</param>
    /// <param name="cancellationToken">Cancels the call; then it may have been created.</param>
    /// <returns>The id of the new feed.</returns>
    /// <exception cref="ArgumentException">The name is blank, the schedule is invalid, or the id is not a valid Meta id.</exception>
    /// <exception cref="OutcomeUnknownException">It may or may not have been created; it was not retried, since that could create a second
    /// feed.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<ProductFeedId> CreateAsync(
        ProductFeedDefinition feed, CatalogId catalogId = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentException.ThrowIfNullOrWhiteSpace(feed.Name, nameof(feed));
        feed.Schedule?.Check(nameof(feed));
        feed.UpdateSchedule?.Check(nameof(feed));
        byte[] body = JsonBytes.Write(feed, static (writer, feed) => feed.Write(writer));
        GraphCall call = _transport.Post(Create, $"{_transport.OwnCatalog(catalogId)}/product_feeds", body);
        return (await _transport.CallAsync<IdResponse>(call, cancellationToken).ConfigureAwait(false)).Id;
    }

    /// <summary>Changes when and from where Meta fetches the file of a feed.</summary>
    /// <param name="feedId">The feed.</param>
    /// <param name="schedule">The new schedule.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The schedule is invalid, or the id is not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task ScheduleAsync(ProductFeedId feedId, FeedSchedule schedule, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        schedule.Check(nameof(schedule));
        await Api.Schedule(feedId, new FeedScheduling(schedule), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes Meta fetch a file now.</summary>
    /// <param name="feedId">The feed.</param>
    /// <param name="address">The URL of the file: http, https, ftp or sftp.</param>
    /// <param name="options">The credentials for the file's server, and what happens to other items.</param>
    /// <param name="cancellationToken">Cancels the call; then the upload may have begun.</param>
    /// <returns>The id of the upload, for <see cref="FollowUploadAsync"/> and <see cref="GetUploadAsync"/>.</returns>
    /// <exception cref="ArgumentException">The URL is invalid, or the id is not a valid Meta id.</exception>
    /// <exception cref="OutcomeUnknownException">It may or may not have begun; it was not retried.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<FeedUploadId> UploadAsync(
        ProductFeedId feedId, Uri address, FeedUploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        FeedAddress.Check(address, nameof(address));
        byte[] body = JsonBytes.Write((address, options: options ?? new()), static (writer, upload) =>
        {
            writer.WriteStartObject();
            writer.WriteString("url"u8, upload.address.OriginalString);
            writer.WriteOptional("username"u8, upload.options.Username);
            writer.WriteOptional("password"u8, upload.options.Password);
            writer.WriteBoolean("update_only"u8, upload.options.UpdateOnly);
            writer.WriteEndObject();
        });
        GraphCall call = _transport.Post(UploadFromUrl, $"{GraphPath.Check(feedId)}/uploads", body);
        return (await _transport.CallAsync<IdResponse>(call, cancellationToken).ConfigureAwait(false)).Id;
    }

    /// <summary>Uploads a file, which is streamed, so that only a part of it is in memory.</summary>
    /// <remarks>The stream is read once, from its current position, and not disposed. A failed upload is not retried.</remarks>
    /// <param name="feedId">The feed.</param>
    /// <param name="file">The file, in a format of Meta's catalog feeds such as CSV.</param>
    /// <param name="fileName">Its name, such as <c>products.csv</c>; the extension may tell Meta the format.</param>
    /// <param name="options">What happens to other items.</param>
    /// <param name="cancellationToken">Cancels the call; then the upload may have begun.</param>
    /// <returns>The id of the upload, for <see cref="FollowUploadAsync"/> and <see cref="GetUploadAsync"/>.</returns>
    /// <exception cref="ArgumentException">The name is blank or has control characters, or the id is not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<FeedUploadId> UploadAsync(
        ProductFeedId feedId,
        Stream file,
        string fileName,
        FeedUploadOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        if (fileName.Any(char.IsControl))
        {
            throw new ArgumentException("The name of the file has control characters.", nameof(fileName));
        }

        using FeedFileContent body = new(file, fileName, options?.UpdateOnly ?? false);
        try
        {
            GraphCall call = _transport.Post(UploadFile, $"{GraphPath.Check(feedId)}/uploads", body);
            return (await _transport.CallAsync<IdResponse>(call, cancellationToken).ConfigureAwait(false)).Id;
        }
        catch (Exception exception) when (body.SourceFailure is Exception source && source != exception)
        {
            ExceptionDispatchInfo.Throw(source);
            throw;
        }
    }

    /// <summary>Lists the uploads of a feed, including scheduled ones.</summary>
    /// <param name="feedId">The feed.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    public virtual Paged<FeedUpload> ListUploadsAsync(ProductFeedId feedId, CancellationToken cancellationToken = default)
    {
        GraphPath.Check(feedId);
        return _transport.List((limit, after, token) => Api.ListUploads(feedId, FeedUpload.Fields, limit, after, token), cancellationToken);
    }

    /// <summary>Gets the current state of an upload.</summary>
    /// <param name="uploadId">The upload.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<FeedUpload> GetUploadAsync(FeedUploadId uploadId, CancellationToken cancellationToken = default) =>
        await Api.GetUpload(uploadId, FeedUpload.Fields, cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Polls an upload until it ends, and returns its state whenever it changes. The last state is final, and may have errors.
    /// </summary>
    /// <param name="uploadId">The upload.</param>
    /// <param name="maxWait">How long to poll; 1 hour by default.</param>
    /// <param name="cancellationToken">Stops polling; the upload continues.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    /// <exception cref="OperationUnfinishedException">It has not ended in time.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async IAsyncEnumerable<FeedUpload> FollowUploadAsync(
        FeedUploadId uploadId, TimeSpan? maxWait = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Waits waits = new(_transport.Services.Time, FirstWait, LongestWait, maxWait ?? DefaultMaxWait);
        FeedUpload? last = null;
        do
        {
            FeedUpload upload = await GetUploadAsync(uploadId, cancellationToken).ConfigureAwait(false);
            if (upload != last)
            {
                yield return upload;
            }

            if (upload.HasEnded)
            {
                yield break;
            }

            last = upload;
        }
        while (await waits.NextAsync(cancellationToken).ConfigureAwait(false));

        throw waits.Unfinished("The upload", uploadId.ToString(), string.Create(CultureInfo.InvariantCulture,
            $"{last.PersistedItemCount ?? 0} of {Plural.Of(last.DetectedItemCount ?? 0, "item")} written. It continues; "
                + $"follow it again later."));
    }

    /// <summary>Lists the errors in the file of an upload.</summary>
    /// <param name="uploadId">The upload.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    public virtual Paged<FeedUploadError> ListErrorsAsync(FeedUploadId uploadId, CancellationToken cancellationToken = default)
    {
        GraphPath.Check(uploadId);
        return _transport.List(
            (limit, after, token) => Api.ListErrors(uploadId, FeedUploadError.Fields, limit, after, token), cancellationToken);
    }
}
