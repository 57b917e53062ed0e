namespace WhatsCommerce.Messages;

/// <summary>
/// The intent to send could not be stored in the <see cref="ISendLedger"/>, so nothing was sent. It may be tried again with the same
/// <see cref="SendOptions.OnceKey"/>.
/// </summary>
public sealed class SendLedgerException : WhatsCommerceException
{
    internal SendLedgerException(string message, Exception innerException)
        : base(message, innerException) { }
}
