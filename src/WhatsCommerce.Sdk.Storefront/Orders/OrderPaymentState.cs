namespace WhatsCommerce.Storefronts;

/// <summary>The payment state of an order. The allowed transitions are in <see cref="StorefrontStateMachines.Payment"/>.</summary>
public enum OrderPaymentState
{
    /// <summary>Nothing is paid.</summary>
    Due,

    /// <summary>The customer has paid by a way that takes its time.</summary>
    Pending,

    /// <summary>Paid.</summary>
    Paid,

    /// <summary>A part was given back.</summary>
    PartlyRefunded,

    /// <summary>All was given back.</summary>
    Refunded,

    /// <summary>The customer disputes the payment at the provider.</summary>
    Disputed,
}
