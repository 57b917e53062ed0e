namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the state of an attempt after it was settled.</summary>
public enum SettleOutcome
{
    /// <summary>The shop has no such attempt.</summary>
    NotFound,

    /// <summary>The customer can still pay.</summary>
    Open,

    /// <summary>The money arrives or is collected later.</summary>
    Pending,

    /// <summary>The order is paid by this attempt.</summary>
    Paid,

    /// <summary>Money was received, but the order needs review by a person.</summary>
    NeedsReview,

    /// <summary>The attempt ended without a payment.</summary>
    Ended,

    /// <summary>The provider could not be reached or did not respond; the attempt will be read back.</summary>
    Unknown,
}
