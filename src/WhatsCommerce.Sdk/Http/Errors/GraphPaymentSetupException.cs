namespace WhatsCommerce;

/// <summary>The business's own payment set-up with Meta is incomplete.</summary>
public sealed class GraphPaymentSetupException : GraphException
{
    internal GraphPaymentSetupException(string message, GraphFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
