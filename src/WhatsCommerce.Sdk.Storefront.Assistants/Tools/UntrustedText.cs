using System.Text;

namespace WhatsCommerce.Storefronts;

/// <summary>Texts of customers and product pages as a model reads them: in one line, short, and without what nobody sees.</summary>
internal static class UntrustedText
{
    /// <summary>What such texts are called in results and messages.</summary>
    public const string Prefix = "untrusted_";

    /// <summary>
    /// Cleans a text. Signs that change nothing on a screen (tags, zero widths, directions) are where instructions to models are hidden.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="most">The most characters; a longer text ends with dots.</param>
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
