namespace WhatsCommerce.Payments;

/// <summary>Represents the state of a payment, a transaction or a refund; unlisted values are kept.</summary>
/// <remarks>Source: Meta, payments/payments-in/pg.</remarks>
[OpenWord]
public readonly partial record struct PaymentState
{
    /// <summary>In progress.</summary>
    [Word("pending")]
    public static partial PaymentState Pending { get; }

    /// <summary>The payment is complete: the money was taken.</summary>
    [Word("captured")]
    public static partial PaymentState Captured { get; }

    /// <summary>The transaction or refund is complete.</summary>
    [Word("success")]
    public static partial PaymentState Success { get; }

    /// <summary>It failed.</summary>
    [Word("failed")]
    public static partial PaymentState Failed { get; }
}
