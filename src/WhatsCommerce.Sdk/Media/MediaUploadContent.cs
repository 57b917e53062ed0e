using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using WhatsCommerce.Http;

namespace WhatsCommerce.Media;

/// <summary>The body of an upload, written while the file is read: at no time is more than a piece of it in memory.</summary>
/// <remarks>
/// The parts are written by hand: the base library's multipart content writes the name of a file in two ways at once, and one that is
/// not ASCII in a form that servers show as it is.
/// </remarks>
internal sealed class MediaUploadContent : StreamedContent
{
    private const int PieceBytes = 64 * 1024;

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
        byte[] piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            long written = _upload.Beginning.Length;
            while (true)
            {
                int read = await ReadAsync(piece, cancellationToken).ConfigureAwait(false);
                written += read;
                RequireSize(written, isEnd: read == 0);
                if (read == 0)
                {
                    break;
                }

                await WriteAsync(stream, piece.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                _progress?.Report(written);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        await WriteAsync(stream, _end, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _preamble.Length + (_upload.Length ?? 0) + _end.Length;
        return _upload.Length is not null;
    }

    private async ValueTask WriteAsync(Stream stream, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        Moved();
    }

    private async ValueTask<int> ReadAsync(byte[] piece, CancellationToken cancellationToken)
    {
        try
        {
            return await _upload.Content.ReadAsync(piece.AsMemory(0, PieceBytes), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            SourceFailure = exception;
            throw;
        }
    }

    // For streams that do not know their length, or have more or less in them than they said.
    private void RequireSize(long written, bool isEnd)
    {
        try
        {
            _upload.RequireSize(written, isEnd);
        }
        catch (WhatsCommerceValidationException exception)
        {
            SourceFailure = exception;
            throw;
        }
    }
}
