namespace WhatsCommerce.Storefronts;

/// <summary>The text of a recipient in the store: as it is sent, so that what is read back is sent to the same address.</summary>
internal static class RecipientText
{
    private const string Group = "group:";

    public static string? Write(Recipient recipient) =>
        recipient.Kind == RecipientKind.Group ? Group + recipient.Value : recipient.Value;

    public static Recipient Read(string? text) => text?.StartsWith(Group, StringComparison.Ordinal) == true
        ? Recipient.Group(text[Group.Length..])
        : Recipient.FromWaId(text);
}
