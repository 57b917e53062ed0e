namespace WhatsCommerce.Storefronts;

/// <summary>What to do about a late payment.</summary>
public enum LatePaymentDecision
{
    /// <summary>A person decides: the order needs review.</summary>
    Hold,

    /// <summary>The order is placed all the same.</summary>
    Accept,

    /// <summary>The order is called off, and the money is given back.</summary>
    Refund,
}
