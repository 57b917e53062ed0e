using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Messages;

/// <summary>Address cards.</summary>
public sealed class ContactsEventTests
{
    [Fact]
    public void Parse_AddressCard_HasEveryPart()
    {
        SharedContact contact = Assert.Single(Parse("""
            {"id":"w","contacts":[{
              "name":{"formatted_name":"Dr. Ann B. Lee Jr.","first_name":"Ann","middle_name":"B.","last_name":"Lee","prefix":"Dr.",
              "suffix":"Jr."},
              "org":{"company":"Orchard","department":"Sales","title":"Head"},
              "phones":[{"phone":"+1 650 555 0177","wa_id":16505550177,"type":"WORK"},{"phone":"112"}],
              "emails":[{"email":"ann@example.com","type":"HOME"}],
              "addresses":[{"street":"1 Orchard Rd","city":"Yakima","state":"WA","zip":98901,"country":"USA","country_code":"us",
              "type":"WORK"}],
              "urls":[{"url":"https://example.com","type":"WORK"}],
              "birthday":"1990-02-28","vcard":"BEGIN:VCARD"}]}
            """).Contacts);

        Assert.Equal(
            ("Dr. Ann B. Lee Jr.", "Ann", "B.", "Lee", "Dr.", "Jr."),
            (contact.Name!.FormattedName, contact.Name.FirstName, contact.Name.MiddleName, contact.Name.LastName, contact.Name.Prefix,
                contact.Name.Suffix));
        Assert.Equal(
            ("Orchard", "Sales", "Head"), (contact.Organization!.Company, contact.Organization.Department, contact.Organization.Title));
        Assert.Equal(
            [("+1 650 555 0177", "16505550177", "WORK"), ("112", null, null)],
            contact.Phones.Select(phone => (phone.Phone, phone.WaId, phone.Type)));
        Assert.Equal([("ann@example.com", "HOME")], contact.Emails.Select(email => (email.Email, email.Type)));
        Assert.Equal(
            [("1 Orchard Rd", "Yakima", "WA", "98901", "USA", "us", "WORK")],
            contact.Addresses.Select(a => (a.Street, a.City, a.State, a.Zip, a.Country, a.CountryCode, a.Type)));
        Assert.Equal([("https://example.com", "WORK")], contact.Urls.Select(url => (url.Url, url.Type)));
        Assert.Equal(("1990-02-28", "BEGIN:VCARD"), (contact.Birthday, contact.VCard));
        Assert.Empty(contact.AdditionalProperties);
    }

    [Theory]
    [InlineData("\"contact_request\"", "contact_request", true)]
    [InlineData("\"other\"", "other", true)]
    [InlineData("\"new\"", "new", false)]
    [InlineData("null", null, false)]
    public void Parse_Origin_SaysWhetherTheNumberWasAskedFor(string origin, string? expected, bool isKnown)
    {
        ContactsEvent contacts = Parse($$"""{"origin":{{origin}},"id":"w","contacts":[{"phones":[{"phone":"1"}]}]}""");

        Assert.Equal((expected, isKnown), (contacts.Origin.Value, contacts.Origin.IsKnown));
    }

    [Fact]
    public void Parse_FurtherMembersOfACard_AreKeptWhereTheyStand()
    {
        ContactsEvent e = Parse(
            """{"id":"w","origin":{"odd":1},"contacts":[{"mood":1,"name":{"nick":"A"},"org":7,"phones":[{"fax":1},7],"urls":"x"},{}]}""");
        SharedContact contact = e.Contacts[0];

        Assert.Equal(["mood", "org", "phones", "urls"], contact.AdditionalProperties.Select(pair => pair.Key));
        Assert.Equal(["nick"], contact.Name!.AdditionalProperties.Select(pair => pair.Key));
        Assert.Equal(["fax"], Assert.Single(contact.Phones).AdditionalProperties.Select(pair => pair.Key));
        Assert.Equal(["origin"], e.AdditionalProperties.Select(pair => pair.Key));
    }

    private static ContactsEvent Parse(string message) => Bodies.ParseOne<ContactsEvent>(Bodies.Messages(message));
}
