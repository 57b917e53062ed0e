using System.Net.Http.Headers;

namespace WhatsCommerce.Catalogs;

/// <summary>The body of a feed upload, written while the file is read.</summary>
internal sealed class FeedFileContent : StreamedContent
{
    private readonly Stream _file;
    private readonly byte[] _preamble;
    private readonly byte[] _end;

    /// <param name="file">The file, from its current position.</param>
    /// <param name="fileName">Its name, without control characters.</param>
    /// <param name="updateOnly">Whether items that are not in the file stay unchanged.</param>
    public FeedFileContent(Stream file, string fileName, bool updateOnly)
    {
        string boundary = $"whatscommerce-{Guid.NewGuid():N}";
        string name = fileName.Replace("\"", "%22", StringComparison.Ordinal);
        _file = file;
        _preamble = Encoding.UTF8.GetBytes(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"update_only\"\r\n\r\n{(updateOnly ? "true" : "false")}\r\n"
            + $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: "
            + "application/octet-stream\r\n\r\n");
        _end = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
        Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");
    }

    protected override async Task WriteBodyAsync(Stream stream, CancellationToken cancellationToken)
    {
        await WriteAsync(stream, _preamble, cancellationToken).ConfigureAwait(false);
        await WriteFileAsync(stream, _file, written: 0, progress: null, cancellationToken).ConfigureAwait(false);
        await WriteAsync(stream, _end, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        if (!_file.CanSeek)
        {
            return false;
        }

        length = _preamble.Length + (_file.Length - _file.Position) + _end.Length;
        return true;
    }
}
