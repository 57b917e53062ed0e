using WhatsCommerce.Webhooks;
using WhatsCommerce.Webhooks.Json;

namespace WhatsCommerce.Tests.DeadLetters;

/// <summary>An event in a delivery of its own is the same event: that is how it can be run again weeks later.</summary>
public sealed class SingleDeliveryTests
{
    private const string Contacts =
        """[{"profile":{"name":"Ada"},"wa_id":"1"},{"profile":{"name":"Grace","username":"@grace","color":7}"""
            + ""","wa_id":"2","user_id":"US.2","hash":"h"},{"profile":{"name":"Zoe"},"user_id":"US.3","parent_user_id":"US.ENT.3"}]""";

    public static TheoryData<string> Samples() =>
    [
        Bodies.Everything,

        // Without an envelope.
        """{"statuses":[{"id":"a","status":"sent","recipient_id":"1"},{"id":"b","status":"read"}]}""",
        $$$"""{"contacts":{{{Contacts}}},"messages":[{{{Bodies.Text()}}},{"from":"2","id":"x","type":"hologram"},"""
            + $$$"""{"from":"9","type":"hologram"},7,7,{}]}""",
        $$"""{"metadata":{"phone_number_id":"7","extra":1},"foo":[1],"messages":[{{Bodies.Order()}}],"messaging_product":"whatsapp"}""",
        """{"messages":5}""",
        """{"metadata":{"phone_number_id":"7"}}""",
        """{"foo":1}""",

        // Customers by number, by id, by place, and by none.
        Bodies.Envelope(Bodies.Change($$$"""
            {"metadata":{"display_phone_number":"1","more":[1],"phone_number_id":"2"},"contacts":{{{Contacts}}},"errors":[{"code":1}],
            "messages":[{"from":"2","id":"a","text":{"body":"a"}},{"from":"1","id":"b","text":{"body":"b"}},{"id":"c","text":{"body":"c"}},
            {"from_user_id":"US.3","id":"d","text":{"body":"d"}},{"from":"99","id":"e","text":{"body":"e"}}]}
            """)),
        Bodies.Envelope(
            Bodies.Change(
                """{"contacts":[{"profile":{"name":"Ada"},"wa_id":"5215550142"}],"messages":[{"from":"525550142","id":"a","text":"""
                    + """{"body":"a"}}]}""")),
        Bodies.Envelope(
            Bodies.Change(
                """{"contacts":[{"profile":{"name":"Ada"},"wa_id":"1"}],"messages":[{"from":"2","id":"a","text":{"body":"a"}},"""
                    + """{"from":"3","id":"b","text":{"body":"b"}}]}""")),
        Bodies.Envelope(Bodies.Change("""{"contacts":{"wa_id":"1"},"messages":[{"from":"2","id":"a","text":{"body":"a"}}]}""")),
        Bodies.Envelope(
            Bodies.Change(
                """{"statuses":[{"id":"a","status":"read","recipient_id":"g","recipient_type":"group","recipient_participant_id":"5"},"""
                    + """{"id":"a","status":"read","recipient_id":"g","recipient_type":"group","recipient_participant_id":"6"}]}""")),

        // Customers that are told otherwise by the contact, or by neither.
        Bodies.Envelope(
            Bodies.Change(
                """{"contacts":[{"profile":{"name":"Ada"},"wa_id":"5215512345678","user_id":"MX.1"}],"messages":"""
                    + """[{"from":"525512345678","id":"a","text":{"body":"a"}},"""
                    + """{"from":"525512345678","from_user_id":"MX.1","id":"b","text":{"body":"b"}}]}""")),
        Bodies.Envelope(
            Bodies.Change(
                """{"contacts":[{"profile":{"name":"Ada"},"wa_id":"1"}],"messages":[{"from":"1","id":"a","text":{"body":"a"}},"""
                    + """{"from_user_id":"US.2","id":"b","text":{"body":"b"}},{"id":"c","text":{"body":"c"}}]}""")),
        Bodies.Envelope(
            Bodies.Change(
                """{"contacts":[{"profile":{"name":"Ada"},"wa_id":"","mood":1}],"messages":[{"from":"1","id":"a","text":{"body":"a"}},"""
                    + """{"from":"","from_user_id":" ","id":"b","text":{"body":"b"}}]}""")),
        Bodies.Envelope(
            Bodies.Change(
                """{"contacts":[{"wa_id":"1","identity_key_hash":"h1","profile":{"name":"Ada","username":"@ada","x":{}},"y":null}]"""
                    + ""","messages":[{"from":"1","id":"a","text":{"body":"a"}}],"statuses":"""
                    + """[{"id":"b","status":"read","recipient_id":"1","recipient_identity_key_hash":"h2"}]}""")),
        Bodies.Envelope(
            Bodies.Change(
                """{"contacts":[{"wa_id":"1","identity_key_hash":"h1"}],"messages":[{"from":"1","id":"a","text":{"body":"a"}}],"errors":"""
                    + """[{"code":1,"new":2}]}""")),
        Bodies.Envelope(
            Bodies.Change(
                """{"contacts":[{"wa_id":"1"},{"color":"red"},7],"statuses":[{"id":"b","status":"failed","errors":{"code":5}},"""
                    + """{"id":"c","status":"read"}]}""")),
        Bodies.Envelope(
            Bodies.Change(
                """{"contacts":{"wa_id":"1","profile":{"name":"Ada"}},"messages":{"from":"1","id":"a","text":{"body":"a"}},"statuses":"""
                    + """{"id":"b","status":"read"},"errors":{"code":1}}""")),

        // Parts of the envelope.
        """{"field":"messages","x":1,"value":{"y":2,"metadata":{"phone_number_id":"7","z":3},"contacts":"""
            + """[{"wa_id":"1","identity_key_hash":"h"}],"messages":[{"from":"1","id":"a","text":{"body":"a"}},"""
            + """{"from":"2","id":"b","text":{"body":"b"}},7]}}""",
        """{"value":{"statuses":[{"id":"a","status":"read"},{"id":"b"}]}}""",
        """{"field":"calls","value":{"calls":[{"id":"1","event":"connect"},{"id":"2"}]}}""",
        """{"field":"next_years_field","value":{"a":1}}""",
        """{"field":"messages","value":7}""",
        """{"id":"1","time":1764400000.25,"x":1,"changes":[{"field":"messages","y":2,"value":{"messages":[{"from":"1","id":"a","text":"""
            + """{"body":"a"}},7]}},{"field":"security","value":{"event":"PIN_CHANGED"}},{"statuses":[{}]}]}""",
        """{"entry":{"id":"1","time":"2026-11-29T09:00:00+0200","changes":{"field":"messages","value":{"messages":"""
            + """{"from":"1","id":"a","text":{"body":"a"}}}}}}""",
        """{"entry":[{"id":"1","time":16566147232,"messages":[{"id":"a"}]},{"id":"2","changes":[{"field":"messages","statuses":"""
            + """[{"id":"a"}]}]}]}""",
        "{}",

        // Members that nobody knows, at every height, with names and values that a rewriting would change.
        """{"object":"x","y":1,"entry":[{"id":7,"time":"1762426800","t\u0069p":"\u00e9","changes":[{"field":"messages","on":1e2,"value":"""
            + """{"messaging_product":"other","statuses":null,"\u00e4.b":{"c" : [ 1 ]},"metadata":{"phone_number_id":2,"\/":3}"""
            + ""","messages":[{"id":"a","text":{"body":"\ud800 \/ \u2028"}}],"z":null}}]}]}""",
        """{"entry":[{"time":17624268000000000,"changes":[{"value":{"messages":[{"id":"a","text":{"body":"x"}}]}}]}]}""",
        """{"entry":[{"id":"\ud83c\udf4e \" \\","changes":[{"field":"","value":{"messages":[{"id":"a","text":{"body":"x"}}]}}]}]}""",

        // What does not fit, at every height.
        """{"object":"whatsapp_business_account","entry":"none"}""",
        """{"entry":[1,null,{},{"id":"1"},{"id":"1","changes":{}},{"id":"2","time":5,"changes":[2,2,{},{"field":"messages"},"""
            + """{"field":"messages","value":3},{"field":"messages","value":{}}]}]}""",
        """{"entry":[{"id":"1","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"2"},"messages":{"a":1},"statuses":"""
            + """[3,4,{"id":"a"},{"status":"read"}]}}]}]}""",
        Bodies.Messages(Bodies.Order("{}"), Bodies.Text(), """{"id":"x","type":"order"}""", """{"type":"text","text":{"body":"x"}}"""),

        // Whole changes.
        Bodies.Envelope(
            Bodies.Change("""{"event":"VERIFIED_ACCOUNT"}""", "account_update"), """{"value":{"a":1},"extra":2,"field":"security"}"""),
        Bodies.Envelope(Bodies.Change("""{"metadata":{"phone_number_id":"2"},"calls":[{"id":"1"},{"id":"2"}]}""", "calls")),
        Bodies.Envelope(Bodies.Change("""{"metadata":{"phone_number_id":"2"},"errors":[{"code":131000}]}""")),
    ];

    public static TheoryData<string> KindNames() => [.. Invariants.Samples.Names];

    [Theory]
    [MemberData(nameof(KindNames))]
    public void Write_EventOfEachKind_ParsesToTheSameEvent(string name) => AssertSame(Invariants.Samples.Json(name).Bytes());

    public static TheoryData<string> Webhooks() => [.. SharedMaterial.JsonFiles("webhooks")];

    public static TheoryData<string> Fragments() => [.. SharedMaterial.JsonFiles("webhook-fragments")];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Write_EventOfASample_ParsesToTheSameEvent(string body) => AssertSame(body.Bytes());

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Webhooks))]
    public void Write_EventOfAnExample_ParsesToTheSameEvent(string file) =>
        AssertSame(File.ReadAllBytes(SharedMaterial.Require("corpus", "webhooks", file)));

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Fragments))]
    public void Write_EventOfAFragment_ParsesToTheSameEvent(string file)
    {
        string fragment = File.ReadAllText(SharedMaterial.Require("corpus", "webhook-fragments", file));
        AssertSame((file.Split("fragment-")[1].Split("--")[0] switch
        {
            "status" => Bodies.Statuses(fragment),
            "message" => Bodies.Messages(fragment),
            "value" => Bodies.Envelope(Bodies.Change(fragment)),
            "change" => Bodies.Envelope(fragment),
            _ => fragment,
        }).Bytes());
    }

    [Fact]
    public void Write_EventsOfMutatedBodies_ParseToTheSameEvents()
    {
        Random random = new(20261120);
        byte[][] bodies = [.. Samples().Select(row => row.Data.Bytes())];
        int events = 0;
        for (int i = 0; i < 3_000; i++)
        {
            byte[] body = [.. bodies[random.Next(bodies.Length)]];
            for (int flips = random.Next(1, 4); flips > 0; flips--)
            {
                body[random.Next(body.Length)] = body[random.Next(body.Length)];
            }

            if (WebhookParser.TryParse(body, out WebhookNotification? notification))
            {
                AssertSame(body);
                events += notification.Events.Count;
            }
        }

        Assert.True(events > 1_000, $"Only {events} events were compared.");
    }

    [Fact]
    public void Write_OneOfManyCustomers_LeavesTheOthersOut()
    {
        string body = Bodies.Envelope(Bodies.Change(
            $$$"""{"contacts":{{{Contacts}}},"messages":[{"from":"2","id":"a","text":{"body":"a"}},"""
                + $$$"""{"from":"1","id":"b","text":{"body":"b"}},{"from_user_id":"US.3","id":"c","text":{"body":"c"}}]}"""));

        string written = System.Text.Encoding.UTF8.GetString(SingleDelivery.Write(Bodies.Parse(body).Events[0]));

        Assert.Contains("Grace", written, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", written, StringComparison.Ordinal);
        Assert.DoesNotContain("Zoe", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ContactOfNobody_KeepsItAsItCame()
    {
        const string contacts = """[{"wa_id":"1","profile":{"name":"Ada"}},{"wa_id":"2","identity_key_hash":"h"}]""";
        string body =
            Bodies.Envelope(Bodies.Change($$$"""{"contacts":{{{contacts}}},"messages":[{"from":"1","id":"a","text":{"body":"a"}}]}"""));

        string written = System.Text.Encoding.UTF8.GetString(SingleDelivery.Write(Bodies.ParseOne(body)));

        Assert.Contains($"\"contacts\":{contacts}", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ContactWithAnotherSpellingOfTheNumber_KeepsBoth()
    {
        string body = Bodies.Envelope(Bodies.Change(
            """{"contacts":[{"wa_id":"5215512345678","profile":{"name":"Ada"}}],"messages":[{"from":"525512345678","id":"a","text":"""
                + """{"body":"a"}}]}"""));

        string written = System.Text.Encoding.UTF8.GetString(SingleDelivery.Write(Bodies.ParseOne(body)));

        Assert.Contains("\"wa_id\":\"5215512345678\"", written, StringComparison.Ordinal);
        Assert.Contains("\"from\":\"525512345678\"", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """{"wa_id":"1","user_id":"US.1"}""",
        "\"recipient_id\":\"2\",\"recipient_user_id\":\"US.1\"",
        """{"user_id":"US.1","wa_id":"1","profile":{}}""")]
    [InlineData(
        """{"wa_id":"1","user_id":{"id":"US.1"}}""",
        "\"recipient_id\":\"1\",\"recipient_user_id\":\"US.1\"",
        """{"wa_id":"1","user_id":{"id":"US.1"},"profile":{}}""")]
    [InlineData(
        """{"user_id":"US.1","parent_user_id":"US.ENT.1"}""",
        "\"recipient_user_id\":\"US.1\",\"recipient_parent_user_id\":\"US.ENT.2\"",
        """{"user_id":"US.1","parent_user_id":"US.ENT.1","profile":{}}""")]
    [InlineData(
        """{"wa_id":"1","identity_key_hash":"h1"}""",
        "\"recipient_id\":\"1\",\"recipient_identity_key_hash\":\"h2\"",
        """{"wa_id":"1","identity_key_hash":"h1","profile":{}}""")]
    public void Write_ContactThatSaysOtherwiseThanTheStatus_IsWrittenAsItCame(string contact, string recipient, string expected)
    {
        string status = $$"""{"id":"w","status":"read",{{recipient}}}""";

        Assert.Equal(
            $$"""{"messaging_product":"whatsapp","metadata":{},"contacts":[{{expected}}],"statuses":[{{status}}]}""",
            Write(Bodies.ParseOne($$"""{"contacts":[{{contact}}],"statuses":[{{status}}]}""")));
    }

    [Fact]
    public void Write_FurtherMembersOfTheChangeItsValueAndTheirParts_StandWhereTheyStood() => Assert.Equal(
        """{"c":1,"field":"messages","value":{"messaging_product":"whatsapp","v":2,"metadata":{"phone_number_id":"7","m":3},"contacts":"""
            + """[{"wa_id":"1","k":4,"profile":{"name":"Ann","p":5}}],"messages":[{"from":"1","id":"a","text":{"body":"a"},"i":6}]}}""",
        Write(Bodies.ParseOne(
            """{"c":1,"field":"messages","value":{"v":2,"metadata":{"m":3,"phone_number_id":"7"},"contacts":"""
                + """[{"k":4,"wa_id":"1","profile":{"p":5,"name":"Ann"}}],"messages":"""
                + """[{"from":"1","id":"a","text":{"body":"a"},"i":6}]}}""")));

    [Fact]
    public void Write_EventOfAnotherField_IsTheWholeChange()
    {
        string change = Bodies.Change("""{"calls":[{"id":"1","event":"connect"},{"id":"2","event":"connect"}],"new":1}""", "calls");

        Assert.Equal(change, Write(Bodies.Parse(change).Events[1]));
    }

    [Fact]
    public void Write_ChangeThatLacksItsValue_IsADeliveryOfThatChange()
    {
        const string body = """
            {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","messages":[{"id":"w"}]}]}]}
            """;

        Assert.Equal(body, Write(Bodies.ParseOne<MalformedEvent>(body)));
    }

    [Fact]
    public void Write_EntryThatIsNone_IsADeliveryOfThatEntry() => Assert.Equal(
        """{"object":"whatsapp_business_account","entry":[7]}""",
        Write(Bodies.Parse(Bodies.Entries("7", Bodies.Entry(Bodies.Change("{}")))).Events[0]));

    [Fact]
    public void Write_CustomerWithEverything_KeepsTheIdentity() => Assert.Equal(
        "h",
        Bodies.ParseOne(System.Text.Encoding.UTF8.GetString(SingleDelivery.Write(Bodies.ParseOne(
            """{"contacts":[{"wa_id":"1","identity_key_hash":"h"}],"messages":[{"from":"1","id":"a","text":{"body":"a"}}]}""")))).Customer
                .IdentityKeyHash);

    [Fact]
    public void Write_Order_IsADeliveryAsMetaWritesIt()
    {
        byte[] written = SingleDelivery.Write(Bodies.Parse(Bodies.Everything).Events[0]);

        Snapshot.MatchJson(written);
    }

    private static string Write(WebhookEvent e) => System.Text.Encoding.UTF8.GetString(SingleDelivery.Write(e));

    private static void AssertSame(byte[] body)
    {
        IReadOnlyList<WebhookEvent> events = WebhookParser.Parse(body).Events;
        foreach (WebhookEvent e in events)
        {
            byte[] written = SingleDelivery.Write(e);
            IReadOnlyList<WebhookEvent> read = WebhookParser.Parse(written).Events;

            // A message or status stands alone. The change of another field is kept whole: the key tells which of its events is meant.
            WebhookEvent again = e.Field is null or "messages" && read.Count == 1
                ? Assert.Single(read)
                : Assert.Single(
                    read, other => EventKeys.For("shop", other) == EventKeys.For("shop", e) && TypedDump.Of(other) == TypedDump.Of(e));
            Assert.True(
                TypedDump.Of(e) == TypedDump.Of(again),
                System.Text.Encoding.UTF8.GetString(body) + "\n" + System.Text.Encoding.UTF8.GetString(written));
            Assert.Equal(EventKeys.For("shop", e), EventKeys.For("shop", again));
        }
    }
}
