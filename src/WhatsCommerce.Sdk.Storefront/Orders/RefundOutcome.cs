namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the outcome of requesting a refund.</summary>
public enum RefundOutcome
{
    /// <summary>The refund is stored: see <see cref="RefundResult.Refund"/> for its state.</summary>
    Requested,

    /// <summary>The order does not exist, or nothing was paid.</summary>
    NothingPaid,

    /// <summary>The amount exceeds what was paid and not yet refunded; nothing was done.</summary>
    TooMuch,
}
