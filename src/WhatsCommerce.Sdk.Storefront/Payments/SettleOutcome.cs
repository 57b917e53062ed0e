namespace WhatsCommerce.Storefronts;

/// <summary>The state of an attempt after it was settled.</summary>
public enum SettleOutcome
{
    /// <summary>The shop has no such attempt.</summary>
    NotFound,

    /// <summary>The customer can still pay.</summary>
    Open,

    /// <summary>The money is on its way, or is collected later.</summary>
    Pending,

    /// <summary>It paid its order.</summary>
    Paid,

    /// <summary>Money came, and a person has to look at the order.</summary>
    NeedsReview,

    /// <summary>It ended without money.</summary>
    Ended,

    /// <summary>The provider could not be reached or did not answer; it will be read back.</summary>
    Unknown,
}
