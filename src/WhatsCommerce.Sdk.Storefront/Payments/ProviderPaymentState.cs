namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the state of an attempt at its provider.</summary>
public enum ProviderPaymentState
{
    /// <summary>The provider does not have the payment.</summary>
    NotFound,

    /// <summary>The customer can pay.</summary>
    Open,

    /// <summary>The customer paid with a method that is confirmed later, or approved a payment that is not captured yet.</summary>
    Pending,

    /// <summary>The provider has the money.</summary>
    Paid,

    /// <summary>The payment failed. Final.</summary>
    Failed,

    /// <summary>The offer has expired. Final.</summary>
    Expired,

    /// <summary>The offer was canceled. Final.</summary>
    Cancelled,

    /// <summary>The customer agreed to pay when the goods are handed over; the shop marks the order as paid later.</summary>
    PaidLater,
}
