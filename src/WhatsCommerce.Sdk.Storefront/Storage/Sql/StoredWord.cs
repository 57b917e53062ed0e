namespace WhatsCommerce.Storefronts;

/// <summary>Converts states and texts to stored values.</summary>
internal static class StoredWord
{
    /// <summary>The stored value of a state: <c>awaiting_checkout</c>.</summary>
    public static string Of<TState>(TState state)
        where TState : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    /// <summary>Removes characters that a database cannot store: U+0000 and lone surrogates.</summary>
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
