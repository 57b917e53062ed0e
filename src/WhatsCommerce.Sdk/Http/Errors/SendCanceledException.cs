namespace WhatsCommerce;

/// <summary>
/// The caller cancelled a send after the request began to be written: the message may or may not have been sent. A send cancelled
/// before that is a plain <see cref="OperationCanceledException"/>, and nothing was sent.
/// </summary>
public sealed class SendCanceledException : OperationCanceledException
{
    internal SendCanceledException(Exception innerException, CancellationToken cancellationToken)
        : base(
            "The send was cancelled while it was under way: whether the message was sent is not known, so do not repeat it "
                + "without looking.",
            innerException,
            cancellationToken)
    {
    }

    /// <summary>The <c>SendOptions.OnceKey</c> under which the outcome is open; <see langword="null"/> for a send without one.</summary>
    public string? OnceKey { get; internal init; }
}
