using System.Runtime.ExceptionServices;

namespace WhatsCommerce.Uploads;

/// <summary>
/// Uploads samples for templates and pictures for profiles, which refer to the handle of an uploaded file. Available as
/// <see cref="WhatsCommerceClient.Uploads"/>.
/// </summary>
/// <remarks>
/// <para>An interrupted upload resumes where it ended. Files are streamed: only a part of a file is in memory. Files that are
/// sent in messages are uploaded by <see cref="WhatsCommerceClient.Media"/> instead.</para>
/// <para>The file belongs to the app whose access token is used. Source: Meta, graph-api/guides/upload.</para>
/// </remarks>
public class UploadsClient
{
    // The alias of the token's app.
    private const string App = "app";
    private const string SessionPrefix = "upload:";

    private static readonly GraphOperation Start = new("start_upload", ResponseReader.Of(UploadJson.Default.IdResponse));
    private static readonly GraphOperation Send = new("upload_file", ResponseReader.Of(UploadJson.Default.HandleResponse));
    private static readonly GraphOperation Ask = new("get_upload", ResponseReader.Of(UploadJson.Default.OffsetResponse));

    private readonly GraphTransport _transport = null!;

    internal UploadsClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the methods.</summary>
    protected UploadsClient() { }

    /// <summary>Uploads a file. If the connection breaks, the upload resumes, as often as <see cref="RetryOptions"/> allow.</summary>
    /// <param name="content">The file: a stream that can seek. It is read from its current position, and not disposed.</param>
    /// <param name="contentType">One of <see cref="UploadLimits.ContentTypes"/>, such as <c>image/png</c>.</param>
    /// <param name="fileName">The name of the file, such as <c>header.png</c>.</param>
    /// <param name="progress">Receives the number of bytes of the file that were written so far; or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the upload.</param>
    /// <returns>The handle, such as <c>4::aW1hZ2UvcG5n:ARZ...</c>: for the header sample of a template, or for
    /// <see cref="PhoneNumbers.BusinessProfileUpdate.ProfilePictureHandle"/>.</returns>
    /// <exception cref="ArgumentException">The stream cannot seek.</exception>
    /// <exception cref="WhatsCommerceValidationException">The type, the size or the name violates a rule.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<string> UploadAsync(
        Stream content,
        string contentType,
        string fileName,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default)
    {
        RequireSeeking(content);
        long begin = content.Position;
        UploadSessionId session =
            await StartAsync(content.Length - begin, contentType, fileName, cancellationToken).ConfigureAwait(false);
        return await SendAsync(session, content, begin, offset: 0, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Starts an upload, whose id can be stored and resumed after a restart of the app.</summary>
    /// <param name="length">The size of the file in bytes.</param>
    /// <param name="contentType">One of <see cref="UploadLimits.ContentTypes"/>, such as <c>image/png</c>.</param>
    /// <param name="fileName">The name of the file, such as <c>header.png</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session for <see cref="ResumeAsync"/>.</returns>
    /// <exception cref="WhatsCommerceValidationException">The type, the size or the name violates a rule.</exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual async Task<UploadSessionId> StartAsync(
        long length, string contentType, string fileName, CancellationToken cancellationToken = default)
    {
        Check(length, contentType, fileName);
        string query = string.Create(
            CultureInfo.InvariantCulture,
            $"?file_name={Uri.EscapeDataString(fileName)}&file_length={length}&file_type={Uri.EscapeDataString(contentType)}");
        GraphCall call = new()
        {
            Operation = Start,
            Account = _transport.Account,
            Method = HttpMethod.Post,
            Path = $"{App}/uploads",
            Query = query,
            Body = "{}"u8.ToArray(),
        };
        IdResponse response = await _transport.CallAsync<IdResponse>(call, cancellationToken).ConfigureAwait(false);
        return response.Id;
    }

    /// <summary>Gets how many bytes of a file have arrived.</summary>
    /// <param name="session">The session.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The number of bytes.</returns>
    /// <exception cref="ArgumentException">The id is not a valid session id.</exception>
    /// <exception cref="GraphException">Meta rejected the request (a session that has expired), or could not be reached.</exception>
    public virtual async Task<long> GetOffsetAsync(UploadSessionId session, CancellationToken cancellationToken = default)
    {
        (string path, string query) = Split(session);
        GraphCall call = new()
        {
            Operation = Ask,
            Account = _transport.Account,
            Method = HttpMethod.Get,
            Path = path,
            Query = query,
            IsUploadSession = true,
        };
        return (await _transport.CallAsync<OffsetResponse>(call, cancellationToken).ConfigureAwait(false)).FileOffset!.Value;
    }

    /// <summary>Resumes an upload where it ended.</summary>
    /// <param name="session">The session from <see cref="StartAsync"/>.</param>
    /// <param name="content">The whole file, positioned at its beginning: a stream that can seek. Not disposed.</param>
    /// <param name="progress">Receives the number of bytes of the file that were written so far; or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the upload; it can be resumed.</param>
    /// <returns>The handle, as from <see cref="UploadAsync"/>.</returns>
    /// <exception cref="ArgumentException">
    /// The id is not a valid session id, or the stream cannot seek or is shorter than what has arrived.
    /// </exception>
    /// <exception cref="GraphException">Meta rejected the request (a session that has expired), or could not be reached.</exception>
    public virtual async Task<string> ResumeAsync(
        UploadSessionId session, Stream content, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        RequireSeeking(content);
        long offset = await GetOffsetAsync(session, cancellationToken).ConfigureAwait(false);
        return await SendAsync(session, content, content.Position, offset, progress, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> SendAsync(
        UploadSessionId session, Stream content, long begin, long offset, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        RetryOptions retry = _transport.Account.Options.Retry;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await SendOnceAsync(session, content, begin, offset, progress, cancellationToken).ConfigureAwait(false);
            }
            catch (GraphException exception) when (IsCutOff(exception) && retry.Enabled && attempt < retry.MaxAttempts)
            {
                TimeSpan wait = Waits.Doubled(retry.BaseDelay, attempt - 1, retry.MaxDelay);
                await Task.Delay(wait, _transport.Services.Time, cancellationToken).ConfigureAwait(false);
                offset = await GetOffsetAsync(session, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<string> SendOnceAsync(
        UploadSessionId session, Stream content, long begin, long offset, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        (string path, string query) = Split(session);
        long left = content.Length - begin - offset;
        if (left < 0)
        {
            throw new ArgumentException(
                $"The file is shorter than what has arrived ({Plural.Of(offset, "byte")}): it is another file.",
                    nameof(content));
        }

        content.Position = begin + offset;
        using UploadContent body = new(content, offset, left, progress);
        GraphCall call = new()
        {
            Operation = Send,
            Account = _transport.Account,
            Method = HttpMethod.Post,
            Path = path,
            Query = query,
            File = body,
            FileOffset = offset,
            IsUploadSession = true,
        };
        try
        {
            return (await _transport.CallAsync<HandleResponse>(call, cancellationToken).ConfigureAwait(false)).H!;
        }
        catch (Exception exception) when (body.SourceFailure is Exception source && source != exception)
        {
            ExceptionDispatchInfo.Throw(source);
            throw;
        }
    }

    // A partial upload can always be resumed, after asking for its offset.
    private static bool IsCutOff(GraphException exception) => exception.ErrorClass
        is GraphErrorClass.Connection or GraphErrorClass.Unavailable or GraphErrorClass.Throttled;

    private static void RequireSeeking(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!content.CanSeek)
        {
            throw new ArgumentException(
                "The stream must be able to seek, since its length is told first and a part may be sent again: use a file or a "
                    + "MemoryStream.",
                nameof(content));
        }
    }

    private static void Check(long length, string contentType, string fileName)
    {
        Violations violations = new();
        if (string.IsNullOrWhiteSpace(fileName))
        {
            violations.Add("file_name", ViolationRule.Required, "The name of the file is required, such as header.png.");
        }

        if (length <= 0)
        {
            violations.Add("file_length", ViolationRule.Required, "The file is empty, or its stream was read to the end before.", null,
                length);
        }

        if (string.IsNullOrWhiteSpace(contentType) || !UploadLimits.ContentTypes.Contains(contentType))
        {
            violations.Add(
                "file_type",
                ViolationRule.NotAllowed,
                "A sample or picture is of one of the types "
                + $"{string.Join(", ", UploadLimits.ContentTypes.Order(StringComparer.Ordinal))}.");
        }

        violations.ThrowIfAny("The file cannot be uploaded");
    }

    // The id becomes a path and a query: slashes or dots in it would call another endpoint, with the token.
    private static (string Path, string Query) Split(UploadSessionId session)
    {
        const string Allowed = "-_=+:.~%";
        string id = session.Value ?? "";
        int query = id.IndexOf('?', StringComparison.Ordinal);
        string path = query < 0 ? id : id[..query];
        string rest = query < 0 ? "" : id[query..];
        return path.StartsWith(SessionPrefix, StringComparison.Ordinal) && path.Length > SessionPrefix.Length
            && path.All(static c => char.IsAsciiLetterOrDigit(c) || Allowed.Contains(c, StringComparison.Ordinal))
            && !path.Contains("..", StringComparison.Ordinal)
            && rest.All(static c => char.IsAsciiLetterOrDigit(c) || c is '?' or '&' || Allowed.Contains(c, StringComparison.Ordinal))
            ? (path, rest)
            : throw new ArgumentException("The id of an upload session starts with upload:, as StartAsync returned it.", nameof(session));
    }
}
