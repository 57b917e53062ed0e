namespace WhatsCommerce.Http;

/// <summary>
/// A body that records whether writing began: before that, the server cannot have seen the request. A large body takes long, so the
/// deadline of its request restarts with each piece that was written.
/// </summary>
internal abstract class MovingContent : HttpContent
{
    private CancellationTokenSource? _deadline;
    private TimeSpan _timeout;

    /// <summary>Whether it must be sent only once, whatever the handlers of the app do with the request.</summary>
    public bool GoesOnce { get; init; }

    /// <summary>Whether it began to be written to the connection.</summary>
    public bool WritingBegan { get; set; }

    /// <summary>
    /// The exchange that observes the writing where handlers of the app are in between: they may read the body without sending it.
    /// </summary>
    public SingleExchange? Exchange { get; set; }

    /// <summary>Sets the deadline that each written piece extends.</summary>
    public void ExtendAsItMoves(CancellationTokenSource deadline, TimeSpan timeout) => (_deadline, _timeout) = (deadline, timeout);

    /// <summary>Writes the body; must call <see cref="Moved"/> after each piece.</summary>
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
