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

    /// <summary>
    /// Gets or sets how embeddings stand beside the words; <see langword="null"/>, the default, for words alone. Register an
    /// <c>IEmbeddingGenerator&lt;string, Embedding&lt;float&gt;&gt;</c> of Microsoft.Extensions.AI, which embeds the texts of products and
    /// queries: what it sends where is its own affair.
    /// </summary>
    public SearchEmbeddingOptions? Embeddings { get; set; }
}
