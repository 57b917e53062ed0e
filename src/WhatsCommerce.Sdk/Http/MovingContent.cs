namespace WhatsCommerce.Http;

/// <summary>
/// A body that remembers whether it began to be written: before that, the server cannot have seen the request. It is slow when it is
/// large: the deadline of its request counts from the last piece that was written.
/// </summary>
internal abstract class MovingContent : HttpContent
{
    private CancellationTokenSource? _deadline;
    private TimeSpan _timeout;

    /// <summary>Whether it is sent once, whatever the handlers of the app do with the request.</summary>
    public bool GoesOnce { get; init; }

    /// <summary>Whether it began to be written to the connection.</summary>
    public bool WritingBegan { get; set; }

    /// <summary>Knows when it is written, where handlers of the app stand in between: they may read it and send nothing.</summary>
    public SingleExchange? Exchange { get; set; }

    /// <summary>Names the deadline that the pieces put off.</summary>
    public void ExtendAsItMoves(CancellationTokenSource deadline, TimeSpan timeout) => (_deadline, _timeout) = (deadline, timeout);

    /// <summary>Writes the body; <see cref="Moved"/> is to be called after each piece.</summary>
    protected abstract Task WriteBodyAsync(Stream stream, CancellationToken cancellationToken);

    protected void Moved() => _deadline?.CancelAfter(_timeout);

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        WritingBegan |= Exchange is null;
        return WriteBodyAsync(stream, cancellationToken);
    }

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);
}
