namespace WhatsCommerce.Webhooks;

/// <summary>Represents the status of a payment or a refund; unlisted values are kept.</summary>
/// <remarks>Source: Meta, payments.</remarks>
[OpenWord]
public readonly partial record struct TransactionStatus
{
    /// <summary>It is pending.</summary>
    [Word("pending")]
    public static partial TransactionStatus Pending { get; }

    /// <summary>It succeeded.</summary>
    [Word("success")]
    public static partial TransactionStatus Success { get; }

    /// <summary>It failed.</summary>
    [Word("failed")]
    public static partial TransactionStatus Failed { get; }
}
