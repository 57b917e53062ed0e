using System.Buffers.Text;

namespace WhatsCommerce.Storefronts;

/// <summary>The id of the button for more search results: the query, and the number of products that were shown.</summary>
internal static class SearchButtons
{
    /// <summary>The maximum number of products that customers can page through.</summary>
    public const int MaxSkip = 300;

    private const string Find = "find";

    // With base64 and the rest of the id, it fits into the 256 characters of a button id.
    private const int LongestQuery = 150;

    /// <summary>The id of the button; null when the query is too long for one.</summary>
    public static string? Of(string query, int skip)
    {
        byte[] text = Encoding.UTF8.GetBytes(query);
        return text.Length is > 0 and <= LongestQuery && skip <= MaxSkip
            ? Buttons.Of(Find, Base64Url.EncodeToString(text), skip.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>Reads a button. Other ids are ignored.</summary>
    public static (string Query, int Skip)? Read(string? id)
    {
        if (Buttons.Read(id) is not (Find, { } subject, string argument)
            || !int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out int skip)
            || skip > MaxSkip
            || !Base64Url.IsValid(subject.Value))
        {
            return null;
        }

        return (Encoding.UTF8.GetString(Base64Url.DecodeFromChars(subject.Value)), skip);
    }
}
