namespace WhatsCommerce.Testing;

/// <summary>Where a checkout at a local provider stands.</summary>
public enum LocalCheckoutState
{
    /// <summary>The customer can pay.</summary>
    Open,

    /// <summary>PayPal only: the customer has agreed, and the shop has not taken the money yet.</summary>
    Approved,

    /// <summary>The customer has paid by a method that takes its time; no money has moved yet.</summary>
    Pending,

    /// <summary>The provider has the money.</summary>
    Paid,

    /// <summary>The payment that took its time has failed: nothing will be paid.</summary>
    Failed,

    /// <summary>The time to pay is over.</summary>
    Expired,

    /// <summary>The shop took it back.</summary>
    Cancelled,
}
