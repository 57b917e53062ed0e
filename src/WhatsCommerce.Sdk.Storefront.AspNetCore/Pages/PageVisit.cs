namespace WhatsCommerce.Storefronts;

/// <summary>The reason why a visitor opens a page of an attempt.</summary>
internal enum PageVisit
{
    /// <summary>The provider redirected the customer back after paying.</summary>
    Return,

    /// <summary>The provider redirected the customer back without a payment.</summary>
    Cancel,

    /// <summary>The customer wants to pay, or to choose how.</summary>
    Pay,

    /// <summary>The customer chose a provider and is being redirected to it.</summary>
    Go,
}
