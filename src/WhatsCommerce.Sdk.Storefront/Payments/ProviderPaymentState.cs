namespace WhatsCommerce.Storefronts;

/// <summary>The state of an attempt at its provider.</summary>
public enum ProviderPaymentState
{
    /// <summary>The provider does not have it.</summary>
    NotFound,

    /// <summary>The customer can pay.</summary>
    Open,

    /// <summary>The customer has paid by a way that takes its time; approved but not captured is pending too.</summary>
    Pending,

    /// <summary>The provider has the money.</summary>
    Paid,

    /// <summary>Nothing will be paid any more: final.</summary>
    Failed,

    /// <summary>The time to pay is over: final.</summary>
    Expired,

    /// <summary>It was taken back: final.</summary>
    Cancelled,

    /// <summary>The customer agreed to pay when the goods are handed over; the shop marks the order when they did.</summary>
    PaidLater,
}
