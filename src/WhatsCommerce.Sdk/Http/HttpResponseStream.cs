namespace WhatsCommerce.Http;

/// <summary>
/// The body of a response, read while it arrives. The deadline counts from the last piece, and only while one is awaited.
/// </summary>
/// <param name="body">The body.</param>
/// <param name="response">The response; disposed with this stream.</param>
/// <param name="client">
/// Referenced as long as the response is read, because the factory may dispose the handler of an unreferenced client.
/// </param>
/// <param name="deadline">The deadline of the request; disposed with this stream.</param>
/// <param name="timeout">How long to wait for the next piece.</param>
internal sealed class HttpResponseStream(
    Stream body, HttpResponseMessage response, HttpClient client, CancellationTokenSource deadline, TimeSpan timeout) : Stream
{
    private long _received;

    public string? ContentType => response.Content.Headers.ContentType?.ToString();

    public long? ContentLength => response.Content.Headers.ContentLength;

    /// <summary>The expected hash of the whole body, where it is known.</summary>
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
            // The time between two reads belongs to the reader.
            deadline.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // The body's own synchronous read ignores the deadline. (Reading into a span ends up here as well.)
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
