namespace WhatsCommerce.Storefronts;

/// <summary>The options for the product search.</summary>
public sealed class StorefrontSearchOptions
{
    /// <summary>Gets or sets the synonyms of the shop; none unless set.</summary>
    public SearchSynonyms Synonyms { get; set; } = SearchSynonyms.None;

    /// <summary>
    /// Gets or sets a value indicating whether common names of goods in six languages are synonyms of each other; <see langword="true"/>
    /// unless set.
    /// </summary>
    public bool UseCommonNames { get; set; } = true;

    /// <summary>
    /// Gets or sets the options for embeddings; <see langword="null"/>, the default, for a search by words only. Embeddings require a
    /// registered <c>IEmbeddingGenerator&lt;string, Embedding&lt;float&gt;&gt;</c> of Microsoft.Extensions.AI, to which the texts of
    /// products and queries are passed.
    /// </summary>
    public SearchEmbeddingOptions? Embeddings { get; set; }
}
