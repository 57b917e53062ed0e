namespace WhatsCommerce.Messages;

/// <summary>
/// The exception that is thrown when sending many messages is canceled. The messages that were read from the sequence have results, which
/// were returned before; the rest was not sent.
/// </summary>
public sealed class SendManyCanceledException : OperationCanceledException
{
    internal SendManyCanceledException(long nextIndex, CancellationToken cancellationToken)
        : base(
            FormattableString.Invariant(
                $"The bulk send was canceled. Of the sequence, the item with index {nextIndex} and all behind it were not sent."),
            cancellationToken) => NextIndex = nextIndex;

    /// <summary>
    /// Gets the index in the sequence, from 0, of the first message that was not read: it and all following ones were not sent.
    /// </summary>
    public long NextIndex { get; }
}
