namespace WhatsCommerce.Storefronts;

/// <summary>Specifies the outcome of a search.</summary>
public enum SearchOutcome
{
    /// <summary>Products were found.</summary>
    Found = 0,

    /// <summary>The text was a search, but no product matches well enough.</summary>
    NothingFound = 1,

    /// <summary>The text is not a search for products: a greeting, thanks, a question about an order.</summary>
    NotASearch = 2,

    /// <summary>The search is disabled.</summary>
    Off = 3,
}
