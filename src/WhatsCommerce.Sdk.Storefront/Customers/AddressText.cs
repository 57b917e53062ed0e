namespace WhatsCommerce.Storefronts;

/// <summary>The part of a recipient's address that all its formats contain, for finding it in stored texts.</summary>
internal static class AddressText
{
    private const int Shortest = 6;

    /// <summary>The digits of a phone number, or a user id; null when it is too short to be distinctive.</summary>
    public static string? Of(Recipient to)
    {
        string? text = to.Kind == RecipientKind.PhoneNumber ? to.Value?.TrimStart('+') : to.Value;
        return text is { Length: >= Shortest } ? text : null;
    }
}
