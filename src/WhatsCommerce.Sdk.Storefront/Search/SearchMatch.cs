namespace WhatsCommerce.Storefronts;

/// <summary>Why a product was found: the weakest link between a word of the query and the product.</summary>
public enum SearchMatch
{
    /// <summary>All words as they are written.</summary>
    Exact = 0,

    /// <summary>A word with another ending, such as a plural.</summary>
    Ending = 1,

    /// <summary>The beginning of a word, or a part of a compound.</summary>
    Part = 2,

    /// <summary>A synonym of the shop's own, or a common name of the goods, perhaps in another language.</summary>
    Synonym = 3,

    /// <summary>A word that sounds so, in another script.</summary>
    Sound = 4,

    /// <summary>A word that was probably mistyped.</summary>
    Typo = 5,

    /// <summary>No word, but what it means: <see cref="StorefrontSearchOptions.Embeddings"/>.</summary>
    Meaning = 6,
}
