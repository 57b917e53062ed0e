namespace WhatsCommerce.Testing;

/// <summary>
/// What a local provider gets wrong when it takes the money of a checkout: a shop must not believe that it was paid as asked.
/// </summary>
public enum LocalPaymentMistake
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It takes one whole unit of the currency more than was asked for.</summary>
    Amount,

    /// <summary>It takes the number that was asked for in another currency.</summary>
    Currency,

    /// <summary>It reports the payment under a reference that is not the shop's.</summary>
    Reference,
}
