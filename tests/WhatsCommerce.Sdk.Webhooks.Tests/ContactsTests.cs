using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>What a contact adds to its message or status, and which of many contacts it is.</summary>
public sealed class ContactsTests
{
    private const string Everything = """
        {"wa_id":"1","user_id":"US.1","parent_user_id":"US.ENT.1","identity_key_hash":"h1","profile":{"name":"Ann"},"mood":"good"}
        """;

    private const string AllIds = """
        "recipient_id":"1","recipient_user_id":"US.1","recipient_parent_user_id":"US.ENT.1","recipient_identity_key_hash":"h1"
        """;

    [Theory]
    [InlineData("\"recipient_id\":\"1\"", "1 US.1 US.ENT.1 h1")]
    [InlineData("\"recipient_user_id\":\"US.1\",\"recipient_id\":\"2\"", "2 US.1 US.ENT.1 h1", "wa_id = \"1\"")]
    [InlineData(
        "\"recipient_user_id\":\"US.1\",\"recipient_parent_user_id\":\"US.ENT.2\"",
        "1 US.1 US.ENT.2 h1",
        "parent_user_id = \"US.ENT.1\"")]
    [InlineData(
        "\"recipient_id\":\"1\",\"recipient_user_id\":\"US.1\",\"recipient_parent_user_id\":\"US.ENT.2\"",
        "1 US.1 US.ENT.2 h1",
        "parent_user_id = \"US.ENT.1\"")]
    [InlineData(
        "\"recipient_user_id\":\"US.1\",\"recipient_identity_key_hash\":\"h2\"",
        "1 US.1 US.ENT.1 h2",
        "identity_key_hash = \"h1\"")]
    [InlineData(
        "\"recipient_id\":\"2\",\"recipient_user_id\":\"US.1\",\"recipient_parent_user_id\":\"US.ENT.2\","
            + "\"recipient_identity_key_hash\":\"h2\"",
        "2 US.1 US.ENT.2 h2",
        "wa_id = \"1\"",
        "parent_user_id = \"US.ENT.1\"",
        "identity_key_hash = \"h1\"")]
    public void Parse_StatusThatDiffersFromItsContact_TakesPrecedenceAndOnlyWhatDiffersIsKept(
        string status, string ids, params string[] kept)
    {
        Customer customer = CustomerOf(Everything, status);

        Assert.Equal((ids, "Ann"), (IdsOf(customer), customer.ProfileName));
        Assert.Equal(
            ["mood = \"good\"", .. kept], customer.AdditionalProperties.Select(member => $"{member.Key} = {member.Value.Text()}"));
    }

    [Theory]
    [InlineData("\"wa_id\":\"1\"")]
    [InlineData("\"user_id\":\"US.1\"")]
    [InlineData("\"parent_user_id\":\"US.ENT.1\"")]
    [InlineData("\"user_id\":\"US.1\",\"parent_user_id\":\"US.ENT.1\",\"identity_key_hash\":\"h1\"")]
    [InlineData("\"wa_id\":\"1\",\"parent_user_id\":\"US.ENT.1\",\"identity_key_hash\":\"h1\"")]
    [InlineData("\"wa_id\":\"1\",\"user_id\":\"US.1\",\"identity_key_hash\":\"h1\"")]
    [InlineData("\"wa_id\":\"1\",\"user_id\":\"US.1\",\"parent_user_id\":\"US.ENT.1\"")]
    public void Parse_StatusWithIdsThatItsContactLacks_AddsThem(string contact)
    {
        Customer customer = CustomerOf($$$"""{{{{contact}}},"profile":{"name":"Ann"}}""", AllIds);

        Assert.Equal(("1 US.1 US.ENT.1 h1", "Ann"), (IdsOf(customer), customer.ProfileName));
        Assert.Empty(customer.AdditionalProperties);
    }

    [Fact]
    public void Parse_StatusesThatSayNoMoreThanTheirContact_ShareItsCustomer()
    {
        IReadOnlyList<WebhookEvent> events = Parse(Everything, AllIds, AllIds);

        Assert.Same(events[0].Customer, events[1].Customer);
    }

    [Fact]
    public void Parse_NumberThatEndsLikeThatOfTheContact_IsAnotherCustomers()
    {
        Customer customer = CustomerOf("""{"wa_id":"16505550142","profile":{"name":"Ann"}}""", "\"recipient_id\":\"14155550142\"");

        Assert.Equal(new Customer { WaId = "14155550142" }, customer);
    }

    [Fact]
    public void Parse_ContactThatIsRepeatedForEachItem_IsThatOfItsItem()
    {
        IReadOnlyList<WebhookEvent> events = Parse(
            """{"wa_id":"1","profile":{"name":"Ann"}},{"wa_id":"1","profile":{"name":"Ann Lee"}}""",
            "\"recipient_id\":\"1\"",
            "\"recipient_id\":\"1\"");

        Assert.Equal(["Ann", "Ann Lee"], events.Select(e => e.Customer.ProfileName));
        Assert.Empty(events[0].Change.AdditionalProperties);
    }

    [Theory]
    [InlineData("wa_id", "recipient_id")]
    [InlineData("user_id", "recipient_user_id")]
    [InlineData("parent_user_id", "recipient_parent_user_id")]
    public void Parse_ManyContactsInAnotherOrder_AreFoundByEachId(string contact, string status)
    {
        IReadOnlyList<WebhookEvent> events = Parse(
            string.Join(',', Enumerable.Range(0, 20).Select(i => $$$"""{"{{{contact}}}":"{{{i}}}","profile":{"name":"n{{{i}}}"}}""")),
            [.. Enumerable.Range(0, 20).Reverse().Select(i => $"\"{status}\":\"{i}\"")]);

        Assert.Equal(Enumerable.Range(0, 20).Reverse().Select(i => $"n{i}"), events.Select(e => e.Customer.ProfileName));
        Assert.Empty(events[0].Change.AdditionalProperties);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public void Parse_StatusOfNoneOfTheContacts_HasItsIdsAlone(int count)
    {
        WebhookEvent e = Parse(Numbered(count), "\"recipient_id\":\"16505550142\",\"recipient_user_id\":\"US.1\"")[0];

        Assert.Equal(new Customer { WaId = "16505550142", UserId = "US.1" }, e.Customer);
        Assert.True(e.Change.AdditionalProperties.Contains("contacts"));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public void Parse_NumberThatIsTheEndOfAnother_IsFoundAmongTheContacts(int count)
    {
        string contacts = $$$"""
            {"wa_id":"16505550142","profile":{"name":"Bob"}},{{{Numbered(count)}}},{"wa_id":"550142","profile":{"name":"Ann"}}
            """;

        Assert.Equal("Ann", CustomerOf(contacts, "\"recipient_id\":\"550142\"").ProfileName);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public void Parse_OtherSpellingOfANumberThatEndsLikeAnother_IsFoundAmongTheContacts(int count)
    {
        string contacts = $$$"""
            {"wa_id":"4915712345678","profile":{"name":"Bob"}},{{{Numbered(count)}}},{"wa_id":"5215512345678","profile":{"name":"Ann"}}
            """;

        Assert.Equal("Ann", CustomerOf(contacts, "\"recipient_id\":\"525512345678\"").ProfileName);
    }

    [Fact]
    public void Parse_BothSpellingsOfANumberAmongManyContacts_EachIsFoundAsItIsWritten()
    {
        IReadOnlyList<WebhookEvent> events = Parse(
            $$$"""
            {{{Numbered(20)}}},{"wa_id":"525512345678","profile":{"name":"Bob"}},{"wa_id":"5215512345678","profile":{"name":"Ann"}}
            """,
            "\"recipient_id\":\"5215512345678\"",
            "\"recipient_id\":\"525512345678\"");

        Assert.Equal(["Ann", "Bob"], events.Select(e => e.Customer.ProfileName));
    }

    [Theory]
    [InlineData("messages", "\"text\":{\"body\":\"x\"}")]
    [InlineData("calls", "\"event\":\"connect\"")]
    public void Parse_ItemsThatCameTwice_KeepTheContactOfThoseThatDoNotCount(string field, string item)
    {
        string Item(int number) => $$"""{"id":"a","from":"{{number}}",{{item}}}""";
        foreach ((string contacts, string first, string second) in ((string, string, string)[])[
            ("""{"wa_id":"1"}""", Item(1), Item(2)), ("""{"wa_id":"1"},{"wa_id":"2"}""", $"{Item(1)},{Item(2)}", Item(1))])
        {
            WebhookEvent e = Bodies.ParseOne(Bodies.Envelope(
                Bodies.Change($$"""{"contacts":[{{contacts}}],"{{field}}":[{{first}}],"{{field}}":[{{second}}]}""", field)));

            Assert.Equal(["value.contacts"], e.Change.AdditionalProperties.Select(member => member.Key));
        }
    }

    private static string Numbered(int count) =>
        string.Join(',', Enumerable.Range(0, count).Select(i => $$$"""{"wa_id":"49151000000{{{i:00}}}","profile":{"name":"n{{{i}}}"}}"""));

    private static Customer CustomerOf(string contacts, string status) => Parse(contacts, status)[0].Customer;

    private static IReadOnlyList<WebhookEvent> Parse(string contacts, params string[] statuses) => Bodies.Parse($$"""
        {"contacts":[{{contacts}}],
        "statuses":[{{string.Join(',', statuses.Select(status => $$"""{"id":"w","status":"read",{{status}}}"""))}}]}
        """).Events;

    private static string IdsOf(Customer customer) =>
        $"{customer.WaId} {customer.UserId.Value} {customer.ParentUserId.Value} {customer.IdentityKeyHash}";
}
