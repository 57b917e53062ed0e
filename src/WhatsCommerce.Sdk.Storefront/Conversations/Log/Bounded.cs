namespace WhatsCommerce.Storefronts;

/// <summary>Truncates foreign texts to the length that is stored.</summary>
internal static class Bounded
{
    /// <summary>The beginning of a text; null when it is empty.</summary>
    public static string? Text(string? text, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }
}
