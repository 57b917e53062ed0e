namespace WhatsCommerce;

/// <summary>
/// The caller canceled a request that must not be made twice, such as a send, after writing began: it may or may not have been
/// carried out. Before that, cancellation throws a plain <see cref="OperationCanceledException"/>, and nothing was sent.
/// </summary>
public sealed class SendCanceledException : OperationCanceledException
{
    internal SendCanceledException(Exception innerException, CancellationToken cancellationToken)
        : base(
            "The request was canceled while it was under way: whether it was carried out is not known, so do not repeat it "
                + "without checking.",
            innerException,
            cancellationToken) { }

    /// <summary>The <c>SendOptions.OnceKey</c> under which the outcome is open; <see langword="null"/> for a send without one.</summary>
    public string? OnceKey { get; internal init; }
}
