using System.Buffers;

namespace WhatsCommerce.Storefronts;

/// <summary>Helpers for texts that are sent to providers or received from them.</summary>
internal static class ProviderText
{
    /// <summary>The valid characters of error codes.</summary>
    public static readonly SearchValues<char> CodeCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.");

    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-");

    /// <summary>Returns the id if it is safe in a URL path.</summary>
    /// <exception cref="InvalidOperationException">The id is absent, or could change the path.</exception>
    public static string Id(string? id) => IsId(id)
        ? id!
        : throw new InvalidOperationException("The provider's id is absent or has characters that no id has.");

    public static bool IsId(string? id) => id is { Length: > 0 and <= 128 } && !id.AsSpan().ContainsAnyExcept(IdCharacters);

    /// <summary>Truncates a text to the maximum length of a field, without splitting a surrogate pair.</summary>
    public static string Cut(string text, int length) => text.Length <= length
        ? text
        : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    /// <summary>Finds a string in a JSON object by its path; null when there is none.</summary>
    public static string? Find(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (string step in path)
        {
            if (step == "0")
            {
                if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() == 0)
                {
                    return null;
                }

                element = element[0];
            }
            else if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(step, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
