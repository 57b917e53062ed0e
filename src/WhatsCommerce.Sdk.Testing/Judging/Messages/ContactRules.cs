namespace WhatsCommerce.Testing.Judging.Messages;

/// <summary>The rules for contact cards. Source: Meta, messages/contacts-messages.</summary>
internal static class ContactRules
{
    private static readonly string[] Lists = ["phones", "emails", "urls", "addresses"];

    public static Refusal? Judge(Place contacts) =>
        contacts.Count == 0
            ? Refusals.Required(contacts.Path)
            : contacts.NeedArray("contacts", 1, Limits.Contacts) ?? contacts.Each(Contact);

    private static Refusal? Contact(Place contact) =>
        contact.NeedObject()
        ?? contact["name"].NeedObject()
        ?? contact["name"]["formatted_name"].NeedText()
        ?? Lists.Select(list => contact[list].AllowArray()).FirstOrDefault(refusal => refusal is not null)
        ?? Birthday(contact["birthday"]);

    private static Refusal? Birthday(Place birthday) =>
        !birthday.IsThere || DateOnly.TryParseExact(birthday.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? null
            : birthday.Wrong("must be a date: YYYY-MM-DD");
}
