namespace WhatsCommerce;

/// <summary>
/// Meta may or may not have carried out a request that must not be made twice: a message, a refund, a change of a conversation's owner, the
/// creation of a catalog, set, feed or template, or the start of an upload. The answer was lost or is incomplete. The SDK does not
/// retry it.
/// </summary>
/// <remarks>
/// For a message, wait for a status with its callback data, or let a person decide, before you send it again. For anything else, look first
/// whether it exists; <see cref="Exception.Message"/> says where.
/// </remarks>
public sealed class OutcomeUnknownException : GraphException
{
    internal OutcomeUnknownException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }

    /// <summary>
    /// The <c>SendOptions.OnceKey</c> under which the outcome is open; <see langword="null"/> for a send without one. Sending again with it
    /// is safe: it gives the receipt once a status reported that the message was sent, and throws until then.
    /// </summary>
    public string? OnceKey { get; internal set; }
}
