namespace WhatsCommerce.Storefronts;

/// <summary>Texts of others, cut to what is kept.</summary>
internal static class Bounded
{
    /// <summary>The beginning of a text; null when there are no words.</summary>
    public static string? Text(string? text, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }
}
