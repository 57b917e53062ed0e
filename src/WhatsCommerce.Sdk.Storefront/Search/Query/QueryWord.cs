namespace WhatsCommerce.Storefronts;

/// <summary>A word of a query that says what is looked for.</summary>
/// <param name="Text">The folded word, or the term of a quantity.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsAfterBreak">Whether a comma or an "and" stands before it.</param>
/// <param name="IsUnwanted">Whether products that are called so are not wanted.</param>
internal readonly record struct QueryWord(string Text, QueryWordKind Kind, bool IsAfterBreak, bool IsUnwanted = false);

internal enum QueryWordKind
{
    Word,
    Number,
    Quantity,
}
