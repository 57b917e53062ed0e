namespace WhatsCommerce.Storefronts;

/// <summary>Words and texts as columns hold them.</summary>
internal static class StoredWord
{
    /// <summary>The word of a state: <c>awaiting_checkout</c>.</summary>
    public static string Of<TState>(TState state)
        where TState : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    /// <summary>A text without what a database cannot store: U+0000 and halves of surrogate pairs.</summary>
    public static string? Clean(string? text)
    {
        if (text is null || !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') && !text.Contains('\0', StringComparison.Ordinal))
        {
            return text;
        }

        StringBuilder clean = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        }

        return clean.ToString();
    }
}
