namespace WhatsCommerce.Storefronts;

/// <summary>Memory that a query needs in the size of the index; used again by the next one.</summary>
internal sealed class SearchScratch(int products, int words)
{
    /// <summary>Gets a counter for each word of the vocabulary, all zero between uses.</summary>
    public byte[] Counts { get; } = new byte[words];

    /// <summary>Gets a place for each product, all zero between uses.</summary>
    public int[] Rows { get; } = new int[products];
}
