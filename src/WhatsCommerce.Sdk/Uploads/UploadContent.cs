using System.Net.Http.Headers;

namespace WhatsCommerce.Uploads;

/// <summary>The rest of a file.</summary>
internal sealed class UploadContent : StreamedContent
{
    private readonly Stream _source;
    private readonly long _offset;
    private readonly long _left;
    private readonly IProgress<long>? _progress;

    public UploadContent(Stream source, long offset, long left, IProgress<long>? progress)
    {
        _source = source;
        _offset = offset;
        _left = left;
        _progress = progress;
        Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
    }

    protected override Task WriteBodyAsync(Stream stream, CancellationToken cancellationToken) =>
        WriteFileAsync(stream, _source, _offset, _progress, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _left;
        return true;
    }
}
