namespace WhatsCommerce.Storefronts;

/// <summary>The part of an address that stands in every way to write it, to search stored texts for.</summary>
internal static class AddressText
{
    private const int Shortest = 6;

    /// <summary>The digits of a number, or a user id; null when it is too short to be told from other texts.</summary>
    public static string? Of(Recipient to)
    {
        string? text = to.Kind == RecipientKind.PhoneNumber ? to.Value?.TrimStart('+') : to.Value;
        return text is { Length: >= Shortest } ? text : null;
    }
}
