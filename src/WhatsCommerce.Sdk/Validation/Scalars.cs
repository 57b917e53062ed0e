namespace WhatsCommerce.Validation;

/// <summary>Counts the characters of a text as Meta does: Unicode scalar values.</summary>
internal static class Scalars
{
    /// <summary>Finds the first lone surrogate, and counts the characters before it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">The number of characters of the text, or those before a lone surrogate.</param>
    /// <returns>The index of the lone surrogate, or -1.</returns>
    public static int FindHalf(ReadOnlySpan<char> text, out int count)
    {
        // Without surrogates every char is one scalar value.
        int index = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        count = index < 0 ? text.Length : index;
        while (index >= 0 && index < text.Length)
        {
            if (Rune.DecodeFromUtf16(text[index..], out _, out int consumed) != OperationStatus.Done)
            {
                return index;
            }

            index += consumed;
            count++;
        }

        return -1;
    }

    /// <summary>Whether a text has no lone surrogates.</summary>
    public static bool AreWhole(ReadOnlySpan<char> text) => FindHalf(text, out _) < 0;
}
