namespace WhatsCommerce;

/// <summary>
/// The exception that is thrown when it is unknown whether Meta carried out a request that must not be repeated: a message, a refund, a
/// change of a conversation's owner, the creation of a catalog, set, feed or template, or the start of an upload. The response was lost or
/// is incomplete. The SDK does not retry the request.
/// </summary>
/// <remarks>
/// For a message, wait for a status webhook with its callback data, or let a person decide, before you send it again. For anything else,
/// check first whether it exists; <see cref="Exception.Message"/> says where.
/// </remarks>
public sealed class OutcomeUnknownException : GraphException
{
    internal OutcomeUnknownException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException) { }

    /// <summary>
    /// Gets the <c>SendOptions.OnceKey</c> of the send; <see langword="null"/> for a send without one. Sending again with this key is safe:
    /// it returns the receipt once a status webhook reported that the message was sent, and throws until then.
    /// </summary>
    public string? OnceKey { get; internal set; }
}
