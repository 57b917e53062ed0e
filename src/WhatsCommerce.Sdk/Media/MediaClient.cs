using System.Runtime.ExceptionServices;

namespace WhatsCommerce.Media;

/// <summary>
/// Uploads media files for messages, and downloads those that customers sent. Available as <see cref="WhatsCommerceClient.Media"/>.
/// </summary>
/// <remarks>
/// Files are streamed: only a part of a file is in memory. The access token is sent only to the Graph API and to Meta's own media hosts.
/// Source: Meta, business-phone-numbers/media.
/// </remarks>
public class MediaClient
{
    private static readonly GraphOperation Upload =
        new("upload_media", static body => Read(body) is { Id.Length: > 0 } response ? response : null);

    private static readonly GraphOperation Get =
        new("get_media", static body => Read(body) is { Url.Length: > 0 } response ? response : null);

    private static readonly GraphOperation Delete =
        new("delete_media", ResponseReader.Of(MediaJson.Default.SuccessResponse));

    private readonly GraphTransport _transport = null!;

    internal MediaClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the methods.</summary>
    protected MediaClient() { }

    /// <summary>Uploads a file, which can be sent any number of times within 30 days.</summary>
    /// <remarks>
    /// The stream is read once, from its current position, and not disposed; a stream that cannot seek is checked while it is read. The
    /// timeout counts from the last piece that was written, so that the upload of a large file does not time out.
    /// </remarks>
    /// <param name="content">The file.</param>
    /// <param name="contentType">One of <see cref="MediaLimits.ContentTypes"/>, such as <c>image/jpeg</c>. <c>audio/ogg</c> and
    /// <c>audio/opus</c> are sent as <c>audio/ogg; codecs=opus</c>, the only form that Meta accepts.</param>
    /// <param name="fileName">The name of the file, such as <c>menu.pdf</c>.</param>
    /// <param name="progress">Receives the number of bytes of the file that were written so far; or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    /// <returns>The id with which the file is sent.</returns>
    /// <exception cref="WhatsCommerceValidationException">The type, the size or the name violates a rule; no file was stored.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached. The file may be uploaded again from its
    /// beginning.</exception>
    public virtual async Task<MediaId> UploadAsync(
        Stream content,
        string contentType,
        string fileName,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        MediaUpload upload = await MediaUpload.CheckAsync(content, contentType, fileName, cancellationToken).ConfigureAwait(false);
        using MediaUploadContent body = new(upload, progress);
        try
        {
            GraphCall call = _transport.Post(Upload, $"{_transport.Account.RequirePhoneNumberId()}/media", body);
            return (await _transport.CallAsync<MediaResponse>(call, cancellationToken).ConfigureAwait(false)).Id;
        }
        catch (Exception exception) when (body.SourceFailure is Exception source && source != exception)
        {
            ExceptionDispatchInfo.Throw(source);
            throw;
        }
    }

    /// <summary>Gets the URL and the properties of a file.</summary>
    /// <param name="id">The id, from an upload or from a customer's message.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The file; its URL is valid for 5 minutes.</returns>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<MediaFile> GetAsync(MediaId id, CancellationToken cancellationToken = default)
    {
        GraphCall call = new() { Operation = Get, Account = _transport.Account, Method = HttpMethod.Get, Path = PathOf(id) };
        return (await _transport.CallAsync<MediaResponse>(call, cancellationToken).ConfigureAwait(false)).ToFile();
    }

    /// <summary>Downloads a file as a stream, after getting its URL.</summary>
    /// <param name="id">The id, from an upload or from a customer's message.</param>
    /// <param name="cancellationToken">Cancels the call; each read of the stream has its own token.</param>
    /// <returns>The download stream; dispose it.</returns>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    /// <exception cref="UntrustedAddressException">The URL of the file is not Meta's; nothing was sent there.</exception>
    public virtual async Task<MediaDownload> DownloadAsync(MediaId id, CancellationToken cancellationToken = default)
    {
        MediaFile file = await GetAsync(id, cancellationToken).ConfigureAwait(false);
        return await DownloadAsync(file, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Downloads a file as a stream.</summary>
    /// <param name="file">A file from <see cref="GetAsync"/>, not older than 5 minutes, or one created from the URL in a webhook.</param>
    /// <param name="cancellationToken">Cancels the call; each read of the stream has its own token.</param>
    /// <returns>The download stream; dispose it.</returns>
    /// <exception cref="ArgumentException">The file has no URL.</exception>
    /// <exception cref="GraphException">Meta rejected the request (404 when the URL has expired), or could not be reached.</exception>
    /// <exception cref="UntrustedAddressException">The URL of the file is not Meta's, or redirects; nothing was sent there.</exception>
    public virtual async Task<MediaDownload> DownloadAsync(MediaFile file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Url is null)
        {
            throw new ArgumentException("The file has no address; get it by its id.", nameof(file));
        }

        HttpResponseStream stream = await _transport.OpenAsync(file.Url, cancellationToken).ConfigureAwait(false);
        stream.Expected = ExpectedHash.Parse(file.Sha256);
        return new MediaDownload(stream);
    }

    /// <summary>Deletes a file before it expires.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The id is absent or not a valid Meta id.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task DeleteAsync(MediaId id, CancellationToken cancellationToken = default)
    {
        GraphCall call = new() { Operation = Delete, Account = _transport.Account, Method = HttpMethod.Delete, Path = PathOf(id) };
        await _transport.CallAsync<SuccessResponse>(call, cancellationToken).ConfigureAwait(false);
    }

    private static MediaResponse? Read(byte[] body) => JsonSerializer.Deserialize(body, MediaJson.Default.MediaResponse);

    // The id becomes a path: slashes or dots in it would call another endpoint, with the token.
    private static string PathOf(MediaId id) => id.HasValue && id.Value.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
        ? id.Value
        : throw new ArgumentException("The id of a file is letters and digits, such as 4490709327384033.", nameof(id));
}
