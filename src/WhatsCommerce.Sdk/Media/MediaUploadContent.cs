using System.Net.Http.Headers;

namespace WhatsCommerce.Media;

/// <summary>The body of an upload, written while the file is read.</summary>
/// <remarks>
/// The parts are written by hand: the multipart content of .NET writes the file name twice, and a non-ASCII name in an encoding that
/// servers display undecoded.
/// </remarks>
internal sealed class MediaUploadContent : StreamedContent
{
    private readonly MediaUpload _upload;
    private readonly IProgress<long>? _progress;
    private readonly byte[] _preamble;
    private readonly byte[] _end;

    public MediaUploadContent(MediaUpload upload, IProgress<long>? progress)
    {
        string boundary = $"whatscommerce-{Guid.NewGuid():N}";
        _upload = upload;
        _progress = progress;
        _preamble = upload.Preamble(boundary);
        _end = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
        Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");
    }

    protected override async Task WriteBodyAsync(Stream stream, CancellationToken cancellationToken)
    {
        await WriteAsync(stream, _preamble, cancellationToken).ConfigureAwait(false);
        await WriteAsync(stream, _upload.Beginning, cancellationToken).ConfigureAwait(false);
        await WriteFileAsync(stream, _upload.Content, _upload.Beginning.Length, _progress, cancellationToken).ConfigureAwait(false);
        await WriteAsync(stream, _end, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _preamble.Length + (_upload.Length ?? 0) + _end.Length;
        return _upload.Length is not null;
    }

    // For streams that do not know their length, or contain more or fewer bytes than they said.
    protected override void CheckSize(long read, bool isEnd) => _upload.RequireSize(read, isEnd);
}
