namespace WhatsCommerce;

/// <summary>The root of every exception that WhatsCommerce throws of its own.</summary>
/// <remarks>A wrong argument still is an <see cref="ArgumentException"/>, and the caller's own cancellation an <see cref="OperationCanceledException"/>.</remarks>
public abstract class WhatsCommerceException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was wrong, where, what was found and what to do.</param>
    /// <param name="innerException">What caused it, if another exception did.</param>
    protected WhatsCommerceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
