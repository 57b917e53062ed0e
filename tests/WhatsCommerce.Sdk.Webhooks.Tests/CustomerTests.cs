using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Who the customer is, out of the message or status and the contacts beside it.</summary>
public sealed class CustomerTests
{
    [Fact]
    public void Parse_MessageAndContact_TogetherNameTheCustomer()
    {
        Customer customer = Join(
            """{"wa_id":"1650","user_id":"US.1","parent_user_id":"US.ENT.1","profile":{"name":"Ann","username":"@ann"}}""",
            """{"id":"w","from":"1650","text":{"body":"x"}}""");

        Assert.Equal(("1650", "US.1", "US.ENT.1", "Ann", "@ann"),
            (customer.WaId, customer.UserId.Value, customer.ParentUserId.Value, customer.ProfileName, customer.Username));
    }

    [Fact]
    public void Parse_MessageOfAUserIdOnly_JoinsByIt()
    {
        Customer customer = Join(
            """{"user_id":"US.1","profile":{"name":"Ann"}}""",
            """{"id":"w","from_user_id":"US.1","from_parent_user_id":"US.ENT.1","text":{"body":"x"}}""");

        Assert.Null(customer.WaId);
        Assert.Equal(("US.1", "US.ENT.1", "Ann"), (customer.UserId.Value, customer.ParentUserId.Value, customer.ProfileName));
        Assert.Equal(RecipientKind.User, customer.ToRecipient().Kind);
    }

    [Fact]
    public void Parse_ContactsInAnotherOrder_JoinByIdNotByPlace()
    {
        IReadOnlyList<WebhookEvent> events = Bodies.Parse("""
            {"contacts":[{"wa_id":"2","profile":{"name":"Bob"}},{"user_id":"US.1","profile":{"name":"Ann"}}],
            "messages":[{"id":"a","from_user_id":"US.1","text":{"body":"x"}},{"id":"b","from":2,"text":{"body":"x"}}]}
            """).Events;

        Assert.Equal(["Ann", "Bob"], events.Cast<TextEvent>().Select(text => text.Customer.ProfileName));
        Assert.Empty(events[0].Change.AdditionalProperties);
    }

    [Fact]
    public void Parse_ItemsWithoutIdsAndSeveralContacts_AreNobodys()
    {
        IReadOnlyList<WebhookEvent> events = Bodies.Parse("""
            {"contacts":[{"wa_id":"1","profile":{"name":"Ann"}},{"wa_id":"2","profile":{"name":"Bob"}}],
            "messages":[{"id":"a","text":{"body":"x"}},{"id":"b","from":" ","from_user_id":null,"text":{"body":"x"}}]}
            """).Events;

        Assert.All(events, e => Assert.Equal(Customer.Unknown, e.Customer));
        Assert.True(events[0].Change.AdditionalProperties.Contains("contacts"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"from\":\"\"")]
    [InlineData(",\"from\":\" \",\"from_user_id\":null,\"from_parent_user_id\":\"\\t\"")]
    public void Parse_ItemWithoutIdsAndOneContact_IsThatCustomers(string from)
    {
        TextEvent text = Bodies.ParseOne<TextEvent>(
            $$$"""{"contacts":[{"wa_id":"1","user_id":"US.1","profile":{"name":"Ann"}}],"messages":[{"id":"a"{{{from}}},"text":"""
                + $$$"""{"body":"x"} }]}""");

        Assert.Equal(("1", "US.1", "Ann"), (text.Customer.WaId, text.Customer.UserId.Value, text.Customer.ProfileName));
    }

    [Fact]
    public void Parse_ItemWithoutIdsBesideAnUnreadableContact_IsNobodys() => Assert.Equal(
        Customer.Unknown,
        Bodies.ParseOne("""{"contacts":[{"wa_id":"1"},{"color":"red"}],"messages":[{"id":"a","text":{"body":"x"}}]}""").Customer);

    [Theory]
    [InlineData("\"from\":\"1\"", "{\"user_id\":\"US.2\"}", "1", null)]
    [InlineData("\"from_user_id\":\"US.2\"", "{\"wa_id\":\"1\"}", null, "US.2")]
    [InlineData("\"from_parent_user_id\":\"US.ENT.2\"", "{\"wa_id\":\"1\",\"user_id\":\"US.1\"}", null, null)]
    [InlineData("\"from\":\"1\",\"from_user_id\":\"US.2\"", "{\"wa_id\":\"1\",\"user_id\":\"US.1\"}", "1", "US.2")]
    [InlineData("\"from\":\"1\",\"from_parent_user_id\":\"US.ENT.2\"", "{\"wa_id\":\"1\",\"parent_user_id\":\"US.ENT.1\"}", "1", null)]
    public void Parse_NoIdInCommonOrASurerOneThatDiffers_IsAnotherCustomer(string from, string contact, string? waId, string? userId)
    {
        TextEvent text = Bodies.ParseOne<TextEvent>(
            $$$"""{"contacts":[{{{contact[..^1]}}},"profile":{"name":"Ann"}}],"messages":[{"id":"a",{{{from}}},"text":{"body":"x"}}]}""");

        Assert.Equal((waId, userId, null), (text.Customer.WaId, text.Customer.UserId.Value, text.Customer.ProfileName));
        Assert.True(text.Change.AdditionalProperties.Contains("contacts"));
    }

    [Fact]
    public void Parse_ContactThatIsTheFirstItems_GivesNothingToTheSecond()
    {
        IReadOnlyList<WebhookEvent> events = Bodies.Parse("""
            {"contacts":[{"wa_id":"1","profile":{"name":"Ann"}}],
            "messages":[{"id":"a","from":"1","text":{"body":"x"}},{"id":"b","from_user_id":"US.2","text":{"body":"x"}}]}
            """).Events;

        Assert.Equal("Ann", events[0].Customer.ProfileName);
        Assert.Equal(new Customer { UserId = "US.2" }, events[1].Customer);
        Assert.Equal(RecipientKind.User, events[1].Customer.ToRecipient().Kind);
    }

    [Theory]
    [InlineData("525512345678", "5215512345678")]
    [InlineData("5531987654321", "553187654321")]
    [InlineData("54111541234567", "5491141234567")]
    public void Parse_ContactWithAnotherSpellingOfTheNumber_IsThatCustomers(string from, string waId)
    {
        string others =
            string.Join("", Enumerable.Range(0, 20).Select(i => $$$""",{"wa_id":"{{{i}}}55{{{waId[2..]}}}","profile":{"name":"n"}}"""));
        foreach (string more in (string[])["", others])
        {
            TextEvent text = Bodies.ParseOne<TextEvent>($$$"""
                {"contacts":[{"wa_id":"1","profile":{"name":"Bob"}},
                {"wa_id":"{{{waId}}}","user_id":"XX.2","profile":{"name":"Ann"}}{{{more}}}],
                "messages":[{"id":"a","from":"{{{from}}}","text":{"body":"x"}}]}
                """);

            Assert.Equal((from, "XX.2", "Ann"), (text.Customer.WaId, text.Customer.UserId.Value, text.Customer.ProfileName));
            Assert.True(text.Customer.AdditionalProperties.TryGetValue("wa_id", out var kept));
            Assert.Equal(waId, kept.GetString());
        }
    }

    [Fact]
    public void Parse_ManyItemsOfALargeContactWithAnotherNumber_KeepItsMembersOnce()
    {
        string members = string.Join("", Enumerable.Range(0, 500).Select(i => $",\"m{i}\":1"));
        string messages = string.Join(
            ',', Enumerable.Range(0, 500).Select(i => $$$"""{"id":"m{{{i}}}","from":"2","from_user_id":"US.1","text":{"body":"x"}}"""));
        byte[] body = $$$"""{"contacts":[{"wa_id":"1","user_id":"US.1"{{{members}}}}],"messages":[{{{messages}}}]}""".Bytes();

        long allocated = Allocation.Of(() => WebhookParser.Parse(body));

        Assert.InRange(allocated, 0, 1_000_000);
    }

    [Fact]
    public void Parse_OneContactWithoutIds_NamesTheCustomer()
    {
        TextEvent text = Bodies.ParseOne<TextEvent>(
            """{"contacts":[{"wa_id":"","user_id":" ","profile":{"name":"Ann"}}],"messages":[{"id":"a","from":"1","text":"""
                + """{"body":"x"}}]}""");

        Assert.Equal(("1", "Ann"), (text.Customer.WaId, text.Customer.ProfileName));
    }

    [Fact]
    public void Parse_ContactThatIsInNoArray_IsJoined()
    {
        TextEvent text = Bodies.ParseOne<TextEvent>(
            """{"contacts":{"wa_id":"1","profile":{"name":"Ann"}},"messages":[{"id":"a","from":"1","text":{"body":"x"}}]}""");

        Assert.Equal("Ann", text.Customer.ProfileName);
        Assert.Empty(text.Change.AdditionalProperties);
    }

    [Fact]
    public void Parse_ManyContactsWithBlankIds_AreNotOnePerson()
    {
        string contacts = string.Join(
            ',', Enumerable.Range(0, 20).Select(i => $$$"""{"wa_id":"","user_id":"US.{{{i}}}","profile":{"name":"n{{{i}}}"}}"""));
        string messages = string.Join(',', Enumerable.Range(0, 20)
            .Reverse()
            .Select(i => $$$"""{"id":"m{{{i}}}","from":"","from_user_id":"US.{{{i}}}","text":{"body":"x"}}"""));

        IReadOnlyList<WebhookEvent> events = Bodies.Parse($$"""{"contacts":[{{contacts}}],"messages":[{{messages}}]}""").Events;

        Assert.All(events, e => Assert.Equal("n" + e.Customer.UserId.Value![3..], e.Customer.ProfileName));
    }

    [Fact]
    public void Parse_ManyContacts_JoinById()
    {
        string contacts =
            string.Join(',', Enumerable.Range(0, 100).Reverse().Select(i => $$$"""{"wa_id":"{{{i}}}","profile":{"name":"n{{{i}}}"}}"""));
        string messages =
            string.Join(',', Enumerable.Range(0, 100).Select(i => $$$"""{"id":"m{{{i}}}","from":"{{{i}}}","text":{"body":"x"}}"""));

        IReadOnlyList<WebhookEvent> events = Bodies.Parse($$"""{"contacts":[{{contacts}}],"messages":[{{messages}}]}""").Events;

        Assert.All(events, (e, i) => Assert.Equal($"n{i}", ((TextEvent)e).Customer.ProfileName));
        Assert.Empty(events[0].Change.AdditionalProperties);
    }

    [Fact]
    public void Parse_OneItemAndOneContactOfAnotherNumber_StayApart()
    {
        TextEvent text = Bodies.ParseOne<TextEvent>("""
            {"contacts":[{"wa_id":"16505550143","user_id":"US.2","profile":{"name":"Ann"}}],
            "messages":[{"id":"a","from":"16505550142","text":{"body":"x"}}]}
            """);

        Assert.Equal(new Customer { WaId = "16505550142" }, text.Customer);
        Assert.True(text.Change.AdditionalProperties.Contains("contacts"));
    }

    [Fact]
    public void Parse_SeveralItemsAndAContactOfAnotherNumber_StayApart()
    {
        IReadOnlyList<WebhookEvent> events = Bodies.Parse("""
            {"contacts":[{"wa_id":"9","profile":{"name":"Ann"}}],
            "messages":[{"id":"a","from":"1","text":{"body":"x"}},{"id":"b","from":"2","text":{"body":"x"}}]}
            """).Events;

        Assert.All(events, e => Assert.Null(((TextEvent)e).Customer.ProfileName));
        Assert.True(events[0].Change.AdditionalProperties.Contains("contacts"));
    }

    [Theory]
    [InlineData("[7]")]
    [InlineData("[{}]")]
    [InlineData("\"x\"")]
    [InlineData("""[{"wa_id":"1"},7]""")]
    public void Parse_ContactsThatDoNotFit_AreKept(string contacts)
    {
        TextEvent text =
            Bodies.ParseOne<TextEvent>($$$"""{"contacts":{{{contacts}}},"messages":[{"id":"a","from":"1","text":{"body":"x"}}]}""");

        Assert.Equal("1", text.Customer.WaId);
        Assert.True(text.Change.AdditionalProperties.Contains("contacts"));
    }

    [Fact]
    public void Parse_ContactWithASurerIdInCommonAndAnotherThatDiffers_KeepsWhatItSays()
    {
        TextEvent text = Bodies.ParseOne<TextEvent>("""
            {"contacts":[{"wa_id":"2","mood":1,"user_id":"US.1","parent_user_id":"US.ENT.2","profile":{"name":"Ann"}}],
            "messages":[{"id":"a","from":"1","from_user_id":"US.1","from_parent_user_id":"US.ENT.1","text":{"body":"x"}}]}
            """);

        Assert.Equal(("1", "US.ENT.1", "Ann"), (text.Customer.WaId, text.Customer.ParentUserId.Value, text.Customer.ProfileName));
        Assert.Equal(
            ["mood = 1", "wa_id = \"2\"", "parent_user_id = \"US.ENT.2\""],
            text.Customer.AdditionalProperties.Select(pair => $"{pair.Key} = {pair.Value.Text()}"));
        Assert.Empty(text.Change.AdditionalProperties);
    }

    [Fact]
    public void Parse_FurtherMembersOfAContact_AreKeptWithTheCustomer()
    {
        Customer customer = Join(
            """{"wa_id":"1","identity_key_hash":"h","profile":{"name":"Ann","mood":"good"}}""",
            """{"id":"w","from":"1","text":{"body":"x"}}""");

        Assert.Equal("h", customer.IdentityKeyHash);
        Assert.Equal(["profile.mood"], customer.AdditionalProperties.Select(pair => pair.Key));
    }

    [Fact]
    public void Parse_UnquotedNumber_IsText() =>
        Assert.Equal("16505550142", Join("""{"wa_id":16505550142}""", """{"id":"w","from":16505550142,"text":{"body":"x"}}""").WaId);

    [Fact]
    public void ToRecipient_BothKnown_PrefersTheNumber()
    {
        var customer = new Customer { WaId = "16505550142", UserId = "US.1349120865530274" };

        Assert.Equal((RecipientKind.PhoneNumber, "16505550142"), (customer.ToRecipient().Kind, customer.ToRecipient().Value));
    }

    private static Customer Join(string contact, string message) =>
        Bodies.ParseOne<TextEvent>($$"""{"contacts":[{{contact}}],"messages":[{{message}}]}""").Customer;
}
