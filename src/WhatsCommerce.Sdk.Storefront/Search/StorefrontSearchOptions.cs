namespace WhatsCommerce.Storefronts;

/// <summary>The options of the product search.</summary>
public sealed class StorefrontSearchOptions
{
    /// <summary>Gets or sets the synonyms of the shop; none unless set.</summary>
    public SearchSynonyms Synonyms { get; set; } = SearchSynonyms.None;

    /// <summary>
    /// Gets or sets a value indicating whether the common names of goods in six languages stand for each other; <see langword="true"/>
    /// unless set.
    /// </summary>
    public bool UseCommonNames { get; set; } = true;
}
