using System.Net;

namespace WhatsCommerce.Http;

/// <summary>A body that is written piece by piece, from a stream that can be read only once.</summary>
internal abstract class StreamedContent : HttpContent
{
    private CancellationTokenSource? _deadline;
    private TimeSpan _timeout;

    /// <summary>How the source of the body failed, if it did: the network is not to blame then.</summary>
    public Exception? SourceFailure { get; protected set; }

    /// <summary>Lets a deadline count from the last piece that was written: a large file takes its time.</summary>
    public void ExtendAsItMoves(CancellationTokenSource deadline, TimeSpan timeout) => (_deadline, _timeout) = (deadline, timeout);

    /// <summary>To be called after each piece.</summary>
    protected void Moved() => _deadline?.CancelAfter(_timeout);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);
}
