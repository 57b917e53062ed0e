using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Benchmarks.Searching;

/// <summary>The products of one shop, made searchable.</summary>
internal abstract class Searcher : IAsyncDisposable
{
    /// <summary>Returns the ids of the products that a query finds, the best first.</summary>
    public abstract Task<IReadOnlyList<string>> SearchAsync(string query, int limit);

    public abstract ValueTask DisposeAsync();

    /// <summary>The fields of a product, with what a word in each counts for the engines that weigh fields.</summary>
    protected static IReadOnlyList<(string Name, float Weight, Func<SearchProduct, string?> Read)> Fields { get; } =
    [
        ("title", 3, static product => product.Title),
        ("brand", 2, static product => product.Brand),
        ("category", 1.5f, static product => product.Category),
        ("description", 1, static product => product.Description),
    ];

    /// <summary>Cuts a text at whatever is no letter, mark or digit.</summary>
    protected static IEnumerable<string> WordsOf(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isWord = i < text.Length && (char.IsLetterOrDigit(text[i])
                || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark
                    or System.Globalization.UnicodeCategory.SpacingCombiningMark);
            if (isWord)
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                yield return text[start..i].ToLowerInvariant();
                start = -1;
            }
        }
    }
}
