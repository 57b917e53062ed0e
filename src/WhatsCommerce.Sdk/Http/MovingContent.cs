namespace WhatsCommerce.Http;

/// <summary>
/// A body that records whether writing began: before that, the server cannot have seen the request. A large body takes long, so the
/// deadline of its request restarts with each piece that was written.
/// </summary>
internal abstract class MovingContent : HttpContent
{
    private const int NotWritten = 0;
    private const int Writing = 1;
    private const int Canceled = 2;

    private CancellationTokenSource? _deadline;
    private TimeSpan _timeout;
    private int _state;

    /// <summary>
    /// Whether it must be sent only once, whatever the handlers of the app do with the request: only the response says what happened.
    /// </summary>
    public bool GoesOnce { get; init; }

    /// <summary>Whether it began to be written to the connection.</summary>
    public bool WritingBegan => Volatile.Read(ref _state) == Writing;

    /// <summary>
    /// The exchange that observes the writing where handlers of the app are in between: they may read the body without sending it.
    /// </summary>
    public SingleExchange? Exchange { get; set; }

    /// <summary>Sets the deadline that each written piece extends.</summary>
    public void ExtendAsItMoves(CancellationTokenSource deadline, TimeSpan timeout) => (_deadline, _timeout) = (deadline, timeout);

    /// <summary>Ends the request, or gives it a last time for its response, because the caller has canceled the call.</summary>
    public void Cancel()
    {
        CancellationTokenSource deadline = _deadline!;
        bool isWriting = Interlocked.CompareExchange(ref _state, Canceled, NotWritten) == Writing;
        TimeSpan left = isWriting ? TimeAfterCancellation : TimeSpan.Zero;
        if (left > TimeSpan.Zero)
        {
            // No piece extends it any more.
            _deadline = null;
            deadline.CancelAfter(left < _timeout ? left : _timeout);
        }
        else
        {
            deadline.Cancel();
        }
    }

    /// <summary>Must be called before the first byte goes over the connection.</summary>
    /// <exception cref="OperationCanceledException">The caller has canceled the call; nothing may be written any more.</exception>
    public void BeginWriting()
    {
        if (Interlocked.CompareExchange(ref _state, Writing, NotWritten) == Canceled)
        {
            throw new OperationCanceledException("The call was canceled.");
        }
    }

    /// <summary>
    /// How long the response is awaited after the caller has canceled a call that is being written; zero ends the request at once.
    /// </summary>
    protected virtual TimeSpan TimeAfterCancellation => TimeSpan.Zero;

    /// <summary>Writes the body; must call <see cref="Moved"/> after each piece.</summary>
    protected abstract Task WriteBodyAsync(Stream stream, CancellationToken cancellationToken);

    protected void Moved() => _deadline?.CancelAfter(_timeout);

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Exchange is null)
        {
            BeginWriting();
        }

        return WriteBodyAsync(stream, cancellationToken);
    }

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);
}
