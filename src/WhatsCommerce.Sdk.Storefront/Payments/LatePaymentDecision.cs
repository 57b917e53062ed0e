namespace WhatsCommerce.Storefronts;

/// <summary>Specifies what to do with a late payment.</summary>
public enum LatePaymentDecision
{
    /// <summary>A person decides: the order needs review.</summary>
    Hold,

    /// <summary>The order is placed despite the delay.</summary>
    Accept,

    /// <summary>The order is canceled, and the payment is refunded.</summary>
    Refund,
}
