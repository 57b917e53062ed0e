namespace WhatsCommerce;

/// <summary>
/// A message may or may not have been sent: the answer was lost, or says too little. It is never repeated by itself; wait for a
/// status with its callback data, or ask a person, before sending it again.
/// </summary>
public sealed class OutcomeUnknownException : GraphException
{
    internal OutcomeUnknownException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }

    /// <summary>
    /// The <c>SendOptions.OnceKey</c> under which the outcome is open; <see langword="null"/> for a send without one. Sending again with it
    /// is safe: it gives the receipt once a status told that the message was sent, and throws until then.
    /// </summary>
    public string? OnceKey { get; internal set; }
}
