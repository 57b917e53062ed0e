namespace WhatsCommerce.Storefronts;

/// <summary>What the storefront's buttons carry: a verb, a cart, and perhaps an argument.</summary>
internal static class Buttons
{
    public const string Offer = "offer";
    public const string Pay = "pay";
    public const string Agree = "agree";
    public const string Rest = "rest";
    public const string Drop = "drop";
    public const string Add = "add";
    public const string Replace = "replace";

    private const string Prefix = "wcs";
    private const int LongestId = 256;

    public static string Of(string verb, CartId cart, string? argument = null) =>
        argument is null ? $"{Prefix}:{verb}:{cart}" : $"{Prefix}:{verb}:{cart}:{argument}";

    /// <summary>Reads a button. Whatever does not look like one is somebody else's.</summary>
    public static (string Verb, CartId Cart, string? Argument)? Read(string? id)
    {
        if (id is null || id.Length > LongestId || !id.StartsWith(Prefix + ":", StringComparison.Ordinal))
        {
            return null;
        }

        string[] parts = id.Split(':');
        return parts.Length is 3 or 4 && parts[2].Length > 0 ? (parts[1], parts[2], parts.Length == 4 ? parts[3] : null) : null;
    }
}
