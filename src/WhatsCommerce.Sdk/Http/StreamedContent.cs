namespace WhatsCommerce.Http;

/// <summary>A body that is streamed from a source that can be read only once.</summary>
internal abstract class StreamedContent : MovingContent
{
    private const int PieceBytes = 64 * 1024;

    protected StreamedContent() => GoesOnce = true;

    /// <summary>The exception of the source, if reading it failed, so that the network is not blamed.</summary>
    public Exception? SourceFailure { get; private set; }

    protected async ValueTask WriteAsync(Stream stream, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        Moved();
    }

    /// <summary>Copies a stream to its end, with no more than one piece in memory.</summary>
    /// <param name="stream">Where it is written to.</param>
    /// <param name="source">The content to write.</param>
    /// <param name="written">How many bytes of the file were written before.</param>
    /// <param name="progress">Receives the number of bytes of the file that were written.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    protected async Task WriteFileAsync(
        Stream stream, Stream source, long written, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        byte[] piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            while (true)
            {
                int read = await ReadAsync(source, piece, written, cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    break;
                }

                written += read;
                await WriteAsync(stream, piece.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                progress?.Report(written);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    /// <summary>Checks the size while the source is read; throws when it violates a limit.</summary>
    protected virtual void CheckSize(long read, bool isEnd) { }

    private async ValueTask<int> ReadAsync(Stream source, byte[] piece, long written, CancellationToken cancellationToken)
    {
        try
        {
            int read = await source.ReadAsync(piece.AsMemory(0, PieceBytes), cancellationToken).ConfigureAwait(false);
            CheckSize(written + read, isEnd: read == 0);
            return read;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            SourceFailure = exception;
            throw;
        }
    }
}
