namespace WhatsCommerce.Storefronts;

/// <summary>The outcome of requesting a refund.</summary>
public enum RefundOutcome
{
    /// <summary>The refund is stored: <see cref="RefundResult.Refund"/> says how far it is.</summary>
    Requested,

    /// <summary>There is no such order, or nothing was paid.</summary>
    NothingPaid,

    /// <summary>It is more than is left of what was paid; nothing was done.</summary>
    TooMuch,
}
