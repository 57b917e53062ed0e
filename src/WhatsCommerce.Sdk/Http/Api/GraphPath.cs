namespace WhatsCommerce.Http;

/// <summary>Checks values that become part of a path below the version, so that no value can send the token to another path.</summary>
internal static class GraphPath
{
    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_");

    /// <summary>Returns the id if it is well-formed; also for ids elsewhere in a request.</summary>
    /// <exception cref="ArgumentException">The id is missing, or contains characters other than letters, digits, - and _.</exception>
    public static TId Check<TId>(TId id)
        where TId : notnull
    {
        string? text = id.ToString();
        if (string.IsNullOrEmpty(text))
        {
            throw new ArgumentException($"The {id.GetType().Name} is absent; nothing was sent.", nameof(id));
        }

        int bad = text.AsSpan().IndexOfAnyExcept(IdCharacters);
        if (bad >= 0)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"The {id.GetType().Name} has the character U+{(int)text[bad]:X4} at index {bad}; "
                    + $"ids of Meta's are letters and digits, mostly digits only. Nothing was sent."), nameof(id));
        }

        return id;
    }
}
