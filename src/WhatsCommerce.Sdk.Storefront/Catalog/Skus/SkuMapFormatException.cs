namespace WhatsCommerce.Storefronts;

/// <summary>The exception that is thrown when a CSV with product ids is invalid. None of it was used.</summary>
public sealed class SkuMapFormatException : WhatsCommerceException
{
    internal SkuMapFormatException(string problem, int line)
        : base(string.Create(CultureInfo.InvariantCulture, $"Line {line} of the product map: {problem}.")) => Line = line;

    /// <summary>Gets the line number, from 1.</summary>
    public int Line { get; }
}
