namespace WhatsCommerce.Storefronts;

/// <summary>The ids of the buttons of collections: a verb, the collection, and the number of products to skip.</summary>
/// <remarks>
/// A forged id is harmless: it shows at most what the catalog shows anyway, and nothing if the collection does not exist.
/// </remarks>
internal static class CollectionButtons
{
    public const string Show = "show";
    public const string Menu = "menu";

    /// <summary>The maximum number of products or collections that customers can page through.</summary>
    public const int MaxSkip = 3_000;

    // Stands for the menu of all collections.
    private const string Whole = "all";

    public static string Of(string verb, CollectionId collection, int skip) =>
        Buttons.Of(verb, collection.Value ?? Whole, skip.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads a button. Other ids are ignored.</summary>
    public static (string Verb, CollectionId Collection, int Skip)? Read(string? id) =>
        Buttons.Read(id) is (Show or Menu, { } subject, string argument)
        && int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out int skip)
        && skip <= MaxSkip
            ? (Buttons.Read(id)!.Value.Verb, subject.Value, skip)
            : null;
}
