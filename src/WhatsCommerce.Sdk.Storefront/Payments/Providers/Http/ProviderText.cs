using System.Buffers;

namespace WhatsCommerce.Storefronts;

/// <summary>Texts that go to providers and come from them.</summary>
internal static class ProviderText
{
    /// <summary>What the codes of errors consist of.</summary>
    public static readonly SearchValues<char> CodeCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.");

    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-");

    /// <summary>The id itself, if it can stand in a path.</summary>
    /// <exception cref="InvalidOperationException">It is absent, or might lead to another path.</exception>
    public static string Id(string? id) => IsId(id)
        ? id!
        : throw new InvalidOperationException("The provider's id is absent or has characters that no id has.");

    public static bool IsId(string? id) => id is { Length: > 0 and <= 128 } && !id.AsSpan().ContainsAnyExcept(IdCharacters);

    /// <summary>A text cut to what a field takes; never within a pair of surrogates.</summary>
    public static string Cut(string text, int length) => text.Length <= length
        ? text
        : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    /// <summary>A text below an object of JSON, by its path; null when there is none.</summary>
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
