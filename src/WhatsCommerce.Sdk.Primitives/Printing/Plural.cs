using System.Globalization;

namespace WhatsCommerce;

/// <summary>The words of messages that contain a count: <c>1 card is</c>, <c>2 cards are</c>.</summary>
internal static class Plural
{
    /// <summary>Returns a count with its noun.</summary>
    /// <param name="count">The count.</param>
    /// <param name="singular">The noun for one.</param>
    /// <param name="plural">The noun for other counts; unless set, the singular with an s.</param>
    public static string Of(long count, string singular, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {Noun(count, singular, plural)}");

    /// <summary>Returns the noun for a count.</summary>
    /// <param name="count">The count.</param>
    /// <param name="singular">The noun for one.</param>
    /// <param name="plural">The noun for other counts; unless set, the singular with an s.</param>
    public static string Noun(long count, string singular, string? plural = null) => count == 1 ? singular : plural ?? singular + "s";

    /// <summary>Returns <c>is</c> or <c>are</c>.</summary>
    /// <param name="count">The count.</param>
    public static string Are(long count) => count == 1 ? "is" : "are";
}
