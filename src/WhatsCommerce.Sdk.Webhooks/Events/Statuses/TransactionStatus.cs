namespace WhatsCommerce.Webhooks;

/// <summary>How a payment or a refund stands; unlisted values are kept.</summary>
/// <remarks>Source: Meta, payments.</remarks>
[OpenWord]
public readonly partial record struct TransactionStatus
{
    /// <summary>It is under way.</summary>
    [Word("pending")]
    public static partial TransactionStatus Pending { get; }

    /// <summary>It went through.</summary>
    [Word("success")]
    public static partial TransactionStatus Success { get; }

    /// <summary>It did not go through.</summary>
    [Word("failed")]
    public static partial TransactionStatus Failed { get; }
}
