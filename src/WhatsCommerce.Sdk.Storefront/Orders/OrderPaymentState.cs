namespace WhatsCommerce.Storefronts;

/// <summary>
/// Specifies the payment state of an order. The allowed transitions are in <see cref="StorefrontStateMachines.Payment"/>.
/// </summary>
public enum OrderPaymentState
{
    /// <summary>Nothing is paid.</summary>
    Due,

    /// <summary>The customer paid with a method that is confirmed later, such as a bank transfer.</summary>
    Pending,

    /// <summary>The order is paid.</summary>
    Paid,

    /// <summary>A part was refunded.</summary>
    PartlyRefunded,

    /// <summary>Everything was refunded.</summary>
    Refunded,

    /// <summary>The customer disputes the payment at the provider.</summary>
    Disputed,
}
