namespace WhatsCommerce.Http;

/// <summary>The body of an answer, read while it arrives. The deadline counts from the last piece, and only while one is awaited.</summary>
/// <param name="body">The body.</param>
/// <param name="response">The answer; ends with this stream.</param>
/// <param name="client">Kept as long as the answer is read, because the factory may drop the handler of a client that nobody holds.</param>
/// <param name="deadline">The deadline of the request; ends with this stream.</param>
/// <param name="timeout">How long to wait for the next piece.</param>
internal sealed class HttpResponseStream(
    Stream body, HttpResponseMessage response, HttpClient client, CancellationTokenSource deadline, TimeSpan timeout) : Stream
{
    private long _received;

    public string? ContentType => response.Content.Headers.ContentType?.ToString();

    public long? ContentLength => response.Content.Headers.ContentLength;

    /// <summary>What the whole of it is compared with, where that is known.</summary>
    public ExpectedHash? Expected { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        deadline.CancelAfter(timeout);
        using CancellationTokenRegistration caller = cancellationToken.UnsafeRegister(
            static state => ((CancellationTokenSource)state!).Cancel(), deadline);
        try
        {
            int read = await body.ReadAsync(buffer, deadline.Token).ConfigureAwait(false);
            _received += read;
            Expected?.Take(buffer.Span[..read], isEnd: _received == ContentLength || (read == 0 && buffer.Length > 0));
            return read;
        }
        catch (OperationCanceledException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new IOException(
                $"{response.RequestMessage?.RequestUri?.Authority} sent nothing more of the file within {timeout:c} "
                    + "(WhatsCommerceOptions.Timeout).",
                exception);
        }
        finally
        {
            // What the reader does in between takes as long as it takes.
            deadline.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // The body's own synchronous reading knows no deadline. (Reading into a span comes here as well.)
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
            response.Dispose();
            deadline.Dispose();
            Expected?.Dispose();
            GC.KeepAlive(client);
        }

        base.Dispose(disposing);
    }
}
