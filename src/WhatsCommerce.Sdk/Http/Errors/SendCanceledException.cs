namespace WhatsCommerce;

/// <summary>
/// The exception that is thrown when the caller cancels a request that must not be repeated, such as a send, after writing began, and no
/// response arrives within the next five seconds: it may or may not have been carried out. If the response arrives, the call ends with it.
/// Before writing began, cancellation throws a plain <see cref="OperationCanceledException"/> at once, and nothing was sent.
/// </summary>
public sealed class SendCanceledException : OperationCanceledException
{
    internal SendCanceledException(Exception innerException, CancellationToken cancellationToken)
        : base(
            "The request was canceled while it was under way: whether it was carried out is not known, so do not repeat it "
                + "without checking.",
            innerException,
            cancellationToken) { }

    /// <summary>Gets the <c>SendOptions.OnceKey</c> of the send; <see langword="null"/> for a send without one.</summary>
    public string? OnceKey { get; internal init; }
}
