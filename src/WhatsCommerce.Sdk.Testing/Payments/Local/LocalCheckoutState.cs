namespace WhatsCommerce.Testing;

/// <summary>Specifies the state of a checkout at a local provider.</summary>
public enum LocalCheckoutState
{
    /// <summary>The customer can pay.</summary>
    Open,

    /// <summary>PayPal only: the customer has approved, and the shop has not captured the payment yet.</summary>
    Approved,

    /// <summary>The customer has paid with a method that takes time to complete; no money has moved yet.</summary>
    Pending,

    /// <summary>The provider has the money.</summary>
    Paid,

    /// <summary>The pending payment has failed.</summary>
    Failed,

    /// <summary>The checkout has expired.</summary>
    Expired,

    /// <summary>The shop canceled the checkout.</summary>
    Cancelled,
}
