namespace WhatsCommerce.Storefronts;

/// <summary>What became of a search.</summary>
public enum SearchOutcome
{
    /// <summary>Products were found.</summary>
    Found = 0,

    /// <summary>It was a search, and no product fits well enough.</summary>
    NothingFound = 1,

    /// <summary>The text asks for no goods: a greeting, thanks, a question about an order.</summary>
    NotASearch = 2,

    /// <summary>The search is switched off.</summary>
    Off = 3,
}
