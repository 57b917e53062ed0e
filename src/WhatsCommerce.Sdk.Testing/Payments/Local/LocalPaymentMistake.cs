namespace WhatsCommerce.Testing;

/// <summary>
/// Specifies a mistake of a local provider when it collects a payment, which a shop must detect.
/// </summary>
public enum LocalPaymentMistake
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It collects one unit of the currency more than requested.</summary>
    Amount,

    /// <summary>It collects the requested number in another currency.</summary>
    Currency,

    /// <summary>It reports the payment with a reference that is not the shop's.</summary>
    Reference,
}
