namespace WhatsCommerce.Storefronts;

/// <summary>Reusable buffers of the size of the index, which a query needs.</summary>
internal sealed class SearchScratch(int products, int words)
{
    /// <summary>Gets a counter for each word of the vocabulary, all zero between uses.</summary>
    public byte[] Counts { get; } = new byte[words];

    /// <summary>Gets a row number for each product, all zero between uses.</summary>
    public int[] Rows { get; } = new int[products];
}
