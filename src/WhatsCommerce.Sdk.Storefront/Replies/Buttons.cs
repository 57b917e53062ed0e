namespace WhatsCommerce.Storefronts;

/// <summary>The ids of the storefront's buttons: a verb, a cart, and optionally an argument.</summary>
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

    /// <summary>
    /// Changes a cart that an assistant proposed. The customer describes the change in words, so no module handles the button.
    /// </summary>
    public const string Change = "change";

    private const string Prefix = "wcs";
    private const int LongestId = 256;

    // The title of a row, which is longer than that of a button.
    private const int LongestTitle = 24;

    /// <summary>Whether a verb is about a cart; others are of other modules.</summary>
    public static bool IsOfCart(string verb) => verb is Offer or Pay or Agree or Rest or Drop or Add or Replace or Step or AskAgain;

    /// <summary>Whether a message may be a button, pressed, or typed where an app cannot show it.</summary>
    public static bool MayBe(InboundMessage message) => message.Kind == InboundMessageKind.Text
        ? message.Text is { Length: <= LongestTitle } && !message.RetailerId.HasValue
        : Read(message.ButtonId) is { } button && IsOfCart(button.Verb);

    public static string Of(string verb, CartId cart, string? argument = null) =>
        argument is null ? $"{Prefix}:{verb}:{cart}" : $"{Prefix}:{verb}:{cart}:{argument}";

    /// <summary>Reads a button. Other ids are ignored.</summary>
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
