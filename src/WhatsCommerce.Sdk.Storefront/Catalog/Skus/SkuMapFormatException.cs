namespace WhatsCommerce.Storefronts;

/// <summary>A CSV that maps product ids is invalid. Nothing of it was used.</summary>
public sealed class SkuMapFormatException : WhatsCommerceException
{
    internal SkuMapFormatException(string problem, int line)
        : base(string.Create(CultureInfo.InvariantCulture, $"Line {line} of the product map: {problem}.")) => Line = line;

    /// <summary>Gets the line, counted from 1 as an editor does.</summary>
    public int Line { get; }
}
