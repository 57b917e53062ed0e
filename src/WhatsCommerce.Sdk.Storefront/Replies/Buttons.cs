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
    public const string Step = "step";
    public const string AskAgain = "again";

    private const string Prefix = "wcs";
    private const int LongestId = 256;

    // The title of a row, which is longer than that of a button.
    private const int LongestTitle = 24;

    /// <summary>Whether a message may be a button, pressed, or typed where an app cannot show it.</summary>
    public static bool MayBe(InboundMessage message) => message.Kind == InboundMessageKind.Text
        ? message.Text is { Length: <= LongestTitle } && !message.RetailerId.HasValue
        : Read(message.ButtonId) is not null;

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
