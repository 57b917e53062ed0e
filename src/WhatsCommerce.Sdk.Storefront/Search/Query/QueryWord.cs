namespace WhatsCommerce.Storefronts;

/// <summary>A search word of a query.</summary>
/// <param name="Text">The normalized word, or the term of a quantity.</param>
/// <param name="Kind">The kind of the word.</param>
/// <param name="IsAfterBreak">Whether a comma or an "and" precedes it.</param>
/// <param name="IsUnwanted">Whether products with this name are excluded.</param>
internal readonly record struct QueryWord(string Text, QueryWordKind Kind, bool IsAfterBreak, bool IsUnwanted = false);

internal enum QueryWordKind
{
    Word,
    Number,
    Quantity,
}
