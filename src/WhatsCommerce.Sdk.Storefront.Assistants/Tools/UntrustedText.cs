using System.Text;

namespace WhatsCommerce.Storefronts;

/// <summary>Sanitizes texts of customers and product pages for the model: one line, short, without invisible characters.</summary>
internal static class UntrustedText
{
    /// <summary>The prefix of such texts in results and messages.</summary>
    public const string Prefix = "untrusted_";

    /// <summary>
    /// Sanitizes a text. Invisible characters (tags, zero-width and direction characters) are removed, because they can hide instructions
    /// (prompt injection).
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The maximum number of characters; a longer text is shortened with an ellipsis.</param>
    public static string Clean(string? text, int most)
    {
        StringBuilder clean = new();
        int length = 0;
        bool isSpaced = true;
        foreach (Rune rune in (text ?? "").EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category == UnicodeCategory.Control)
            {
                if (!isSpaced)
                {
                    clean.Append(' ');
                    length++;
                }

                isSpaced = true;
                continue;
            }

            if (category is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.Surrogate)
            {
                continue;
            }

            if (length == most)
            {
                return clean.ToString().TrimEnd() + "…";
            }

            clean.Append(rune.ToString());
            length++;
            isSpaced = false;
        }

        return clean.ToString().TrimEnd();
    }
}
