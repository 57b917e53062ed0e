namespace WhatsCommerce.Storefronts;

/// <summary>Represents the search synonyms of a shop.</summary>
/// <remarks>
/// Each line is a rule: <c>nappies, diapers, pampers</c> are synonyms of each other; with <c>footwear =&gt; shoes, boots</c> a search for
/// footwear finds shoes and boots, but not vice versa. Entries may have up to four words. Lines that begin with <c>#</c> are comments.
/// </remarks>
public sealed class SearchSynonyms
{
    private const int MostLines = 50_000;
    private const int LongestLine = 4_000;

    private SearchSynonyms(Synonyms table) => Table = table;

    /// <summary>Gets an empty set of synonyms.</summary>
    public static SearchSynonyms None { get; } = new(new Synonyms());

    internal Synonyms Table { get; }

    /// <summary>Parses synonyms.</summary>
    /// <param name="text">The lines, at most 50,000 of at most 4,000 characters.</param>
    /// <returns>The synonyms.</returns>
    /// <exception cref="FormatException">There are too many lines, or one is too long.</exception>
    public static SearchSynonyms Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Synonyms table = new();
        int number = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (number > MostLines || line.Length > LongestLine)
            {
                throw new FormatException(
                    $"Line {number} of the synonyms: at most {MostLines} lines of at most {LongestLine} characters are read.");
            }

            ReadOnlySpan<char> entry = line.Trim();
            if (entry.Length > 0 && entry[0] != '#')
            {
                table.AddLine(entry.ToString());
            }
        }

        return new SearchSynonyms(table);
    }
}
