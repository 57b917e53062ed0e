namespace WhatsCommerce.Storefronts;

/// <summary>What the buttons of collections carry: a verb, the collection, and how much of it was shown.</summary>
/// <remarks>An id that somebody made up shows at most what the catalog shows anyway; nothing when there is no such collection.</remarks>
internal static class CollectionButtons
{
    public const string Show = "show";
    public const string Menu = "menu";

    /// <summary>The most products or collections that customers can page through.</summary>
    public const int MaxSkip = 3_000;

    // In the place of a collection, for the menu of all.
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
