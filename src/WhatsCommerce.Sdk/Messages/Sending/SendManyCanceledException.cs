namespace WhatsCommerce.Messages;

/// <summary>
/// A bulk send was canceled. What it had taken from the sequence has its result, which was returned before; the rest was not sent.
/// </summary>
public sealed class SendManyCanceledException : OperationCanceledException
{
    internal SendManyCanceledException(long nextIndex, CancellationToken cancellationToken)
        : base(
            FormattableString.Invariant(
                $"The bulk send was canceled. Of the sequence, the item with index {nextIndex} and all behind it were not sent."),
            cancellationToken) => NextIndex = nextIndex;

    /// <summary>The place in the sequence, from 0, of the first item that was not taken: it and all behind it were not sent.</summary>
    public long NextIndex { get; }
}
