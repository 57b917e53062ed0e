namespace WhatsCommerce.Messages;

/// <summary>Represents the status of an order's payment; unlisted values are kept.</summary>
/// <remarks>Source: Meta, payments/payments-br/orders, "Supported payment status".</remarks>
[OpenWord(HasValue = true)]
public readonly partial record struct OrderPaymentStatus
{
    /// <summary>The payment has not arrived.</summary>
    [Word("pending")]
    public static partial OrderPaymentStatus Pending { get; }

    /// <summary>The payment has arrived; the order is shown as paid.</summary>
    [Word("captured")]
    public static partial OrderPaymentStatus Captured { get; }

    /// <summary>The payment failed.</summary>
    [Word("failed")]
    public static partial OrderPaymentStatus Failed { get; }
}
