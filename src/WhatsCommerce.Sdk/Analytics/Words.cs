namespace WhatsCommerce.Analytics;

/// <summary>Checks words that become part of a field: a bracket or a quotation mark would change the query.</summary>
internal static class Words
{
    /// <exception cref="ArgumentException">A word contains characters other than letters, digits and underscores.</exception>
    public static IReadOnlyList<string> Checked(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.FirstOrDefault(word => string.IsNullOrEmpty(word) || !word.All(IsOfAWord)) is null
            ? [.. words]
            : throw new ArgumentException("A word of Meta's is made of letters, digits and underscores, such as MARKETING.", nameof(words));
    }

    private static bool IsOfAWord(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';
}
