namespace WhatsCommerce.Storefronts;

/// <summary>The stored text of a recipient: exactly as it is sent, so that a recipient that is read back has the same address.</summary>
internal static class RecipientText
{
    private const string Group = "group:";

    public static string? Write(Recipient recipient) =>
        recipient.Kind == RecipientKind.Group ? Group + recipient.Value : recipient.Value;

    public static Recipient Read(string? text) => text?.StartsWith(Group, StringComparison.Ordinal) == true
        ? Recipient.Group(text[Group.Length..])
        : Recipient.FromWaId(text);
}
