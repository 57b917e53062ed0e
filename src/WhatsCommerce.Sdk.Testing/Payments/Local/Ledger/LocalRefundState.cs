namespace WhatsCommerce.Testing;

/// <summary>Where a refund at a local provider stands.</summary>
public enum LocalRefundState
{
    /// <summary>It is under way.</summary>
    Pending,

    /// <summary>The customer has the money.</summary>
    Done,

    /// <summary>The bank did not take it: the shop still has the money.</summary>
    Failed,
}
