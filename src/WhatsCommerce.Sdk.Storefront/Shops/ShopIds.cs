using System.Buffers;

namespace WhatsCommerce.Storefronts;

/// <summary>Validates the ids of named shops, which are part of URLs.</summary>
internal static class ShopIds
{
    private const int Longest = 64;
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Why an id is invalid; null when it is valid.</summary>
    public static string? Problem(string id) => id.Length is 0 or > Longest || id.AsSpan().ContainsAnyExcept(Allowed)
        ? $"The id of a shop has from 1 to {Longest} letters, digits, - and _: it stands in the addresses of its pages."
        : id is "return" or "cancel" or "pay" or "webhooks"
            ? $"No shop can have the id \"{id}\": the pages of the storefront without a name have that address."
            : null;
}
