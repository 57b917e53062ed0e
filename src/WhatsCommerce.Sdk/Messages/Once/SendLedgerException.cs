namespace WhatsCommerce.Messages;

/// <summary>
/// The exception that is thrown when the intent to send could not be stored in the <see cref="ISendLedger"/>. Nothing was sent. The send
/// can be retried with the same <see cref="SendOptions.OnceKey"/>.
/// </summary>
public sealed class SendLedgerException : WhatsCommerceException
{
    internal SendLedgerException(string message, Exception innerException)
        : base(message, innerException) { }
}
