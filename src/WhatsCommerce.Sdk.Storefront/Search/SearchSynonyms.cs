namespace WhatsCommerce.Storefronts;

/// <summary>The synonyms of a shop.</summary>
/// <remarks>
/// One line for each thing: <c>nappies, diapers, pampers</c> stand for each other; with <c>footwear =&gt; shoes, boots</c> who asks for
/// footwear finds shoes and boots, and not the other way round. Entries may have up to four words. Lines that begin with <c>#</c> are
/// comments.
/// </remarks>
public sealed class SearchSynonyms
{
    private const int MostLines = 50_000;
    private const int LongestLine = 4_000;

    private SearchSynonyms(Synonyms table) => Table = table;

    /// <summary>Gets the synonyms of a shop that has none.</summary>
    public static SearchSynonyms None { get; } = new(new Synonyms());

    internal Synonyms Table { get; }

    /// <summary>Reads synonyms.</summary>
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
