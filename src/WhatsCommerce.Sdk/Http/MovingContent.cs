using System.Net;

namespace WhatsCommerce.Http;

/// <summary>A body that takes its time when it is large: the deadline of its request counts from the last piece that was written.</summary>
internal abstract class MovingContent : HttpContent
{
    private CancellationTokenSource? _deadline;
    private TimeSpan _timeout;

    /// <summary>Names the deadline that the pieces put off.</summary>
    public void ExtendAsItMoves(CancellationTokenSource deadline, TimeSpan timeout) => (_deadline, _timeout) = (deadline, timeout);

    /// <summary>To be called after each piece.</summary>
    protected void Moved() => _deadline?.CancelAfter(_timeout);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);
}
