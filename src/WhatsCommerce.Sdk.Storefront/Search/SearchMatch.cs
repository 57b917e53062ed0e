namespace WhatsCommerce.Storefronts;

/// <summary>Specifies why a product was found: the weakest match between a word of the query and the product.</summary>
public enum SearchMatch
{
    /// <summary>All words match exactly.</summary>
    Exact = 0,

    /// <summary>A word matches with another ending, such as a plural.</summary>
    Ending = 1,

    /// <summary>The beginning of a word or a part of a compound matches.</summary>
    Part = 2,

    /// <summary>A synonym of the shop or a common name of the goods matches, possibly in another language.</summary>
    Synonym = 3,

    /// <summary>A word in another script matches by sound.</summary>
    Sound = 4,

    /// <summary>A word that was probably mistyped matches.</summary>
    Typo = 5,

    /// <summary>The meaning matches, without matching words: <see cref="StorefrontSearchOptions.Embeddings"/>.</summary>
    Meaning = 6,
}
