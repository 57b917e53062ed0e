using System.Text;

namespace WhatsCommerce.Storefronts;

/// <summary>Shortens an answer to the limits of a WhatsApp message.</summary>
internal static class AnswerText
{
    /// <summary>The answer, truncated at a word boundary if it is too long; null when it is empty.</summary>
    public static string? Of(string? answer, int most)
    {
        const string Dots = "…";
        string text = (answer ?? "").Trim();
        if (text.Length == 0)
        {
            return null;
        }

        int room = Math.Min(most, MessageLimits.TextBody) - Dots.Length;
        StringBuilder cut = new();
        int length = 0;
        int lastBlank = -1;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (length == room)
            {
                // Truncated at a word boundary, unless that would remove more than a quarter of the answer.
                int end = lastBlank > cut.Length * 3 / 4 ? lastBlank : cut.Length;
                return cut.ToString(0, end).TrimEnd() + Dots;
            }

            lastBlank = Rune.IsWhiteSpace(rune) ? cut.Length : lastBlank;
            cut.Append(rune.ToString());
            length++;
        }

        return cut.ToString();
    }
}
