namespace WhatsCommerce.Testing;

/// <summary>Specifies the state of a refund at a local provider.</summary>
public enum LocalRefundState
{
    /// <summary>The refund is pending.</summary>
    Pending,

    /// <summary>The refund is complete.</summary>
    Done,

    /// <summary>The bank rejected the refund: the shop still has the money.</summary>
    Failed,
}
