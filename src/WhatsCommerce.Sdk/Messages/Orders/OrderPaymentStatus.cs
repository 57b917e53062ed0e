namespace WhatsCommerce.Messages;

/// <summary>How far the payment of an order has come: an open value.</summary>
/// <remarks>Source: Meta, payments/payments-br/orders, "Supported payment status".</remarks>
[OpenWord(HasValue = true)]
public readonly partial record struct OrderPaymentStatus
{
    /// <summary>Not there yet.</summary>
    [Word("pending")]
    public static partial OrderPaymentStatus Pending { get; }

    /// <summary>It is there; the order is shown as paid.</summary>
    [Word("captured")]
    public static partial OrderPaymentStatus Captured { get; }

    /// <summary>It failed.</summary>
    [Word("failed")]
    public static partial OrderPaymentStatus Failed { get; }
}
