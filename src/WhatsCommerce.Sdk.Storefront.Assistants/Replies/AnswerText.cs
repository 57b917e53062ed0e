using System.Text;

namespace WhatsCommerce.Storefronts;

/// <summary>Brings an answer to what a WhatsApp message holds.</summary>
internal static class AnswerText
{
    /// <summary>The answer, cut at a word when it is too long; null when there are no words.</summary>
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
                // At a word, unless that would cost more than a quarter of the answer.
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
