namespace WhatsCommerce;

/// <summary>The base class of the exceptions of WhatsCommerce.</summary>
/// <remarks>
/// An invalid argument still throws an <see cref="ArgumentException"/>, and cancellation by the caller an
/// <see cref="OperationCanceledException"/>.
/// </remarks>
public abstract class WhatsCommerceException : Exception
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="message">What was wrong, where, what was found and what to do.</param>
    /// <param name="innerException">The exception that caused it, if any.</param>
    protected WhatsCommerceException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
