using System.Text;
using WhatsCommerce.Tests.Coverage;
using WhatsCommerce.Tests.Invariants;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Bodies that lost their envelope, or the brackets of an array, on the way through somebody else's software.</summary>
public sealed class BareBodyTests
{
    private static readonly string Value =
        $$"""{"messaging_product":"whatsapp","metadata":{{Bodies.Metadata}},"contacts":[{{Bodies.Contact}}],"messages":"""
            + $$"""[{{Bodies.Order()}}]}""";

    public static TheoryData<string> Names() => [.. Samples.Names, .. Examples.Names];

    [Fact]
    public void Parse_BareChange_IsReadAsInItsEnvelope()
    {
        foreach (string change in (string[])[
            $$"""{"field":"messages","value":{{Value}}}""",
            $$"""{"value":{{Value}},"field":"messages"}""",
            $$"""{"object":"whatsapp_business_account","value":{{Value}},"field":"messages","account":7}"""])
        {
            OrderEvent order = Bodies.ParseOne<OrderEvent>(change);

            Assert.Equal(("messages", "113907458826031", "16505550142"), (order.Field, order.PhoneNumberId.Value, order.Customer.WaId));
            Assert.False(order.BusinessAccountId.HasValue);
        }
    }

    [Fact]
    public void Parse_BareChangeWithoutField_IsOfMessages() =>
        Assert.Null(Bodies.ParseOne<OrderEvent>($$"""{"value":{{Value}}}""").Field);

    [Theory]
    [InlineData("\"field\":\"\",")]
    [InlineData("\"field\":null,")]
    public void Parse_BlankField_IsNone(string field)
    {
        string change = $$"""{{{field}}"value":{{Value}}}""";

        Assert.Null(Bodies.ParseOne<OrderEvent>(change).Field);
        Assert.Null(Bodies.ParseOne<OrderEvent>(Bodies.Envelope(change)).Field);
    }

    [Fact]
    public void Parse_BareEntry_IsReadWithAccountAndTime()
    {
        StatusEvent status = Bodies.ParseOne<StatusEvent>(
            $$"""{"id":"427019853661240","time":1762426950,"changes":[{{Bodies.Change($$"""{"statuses":[{{Bodies.Status()}}]}""")}}]}""");

        Assert.Equal("427019853661240", status.BusinessAccountId.Value);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1762426950), status.Change.Entry.Time);
    }

    [Theory]
    [InlineData("whatsapp_business_api_data")]
    [InlineData("WHATSAPP_BUSINESS_ACCOUNT")]
    [InlineData("")]
    public void Parse_AnotherObject_IsReadAllTheSame(string name)
    {
        string body = Bodies.Messages(Bodies.Order()).Replace("whatsapp_business_account", name, StringComparison.Ordinal);

        Assert.IsType<OrderEvent>(Bodies.ParseOne(body));
        Assert.IsType<OrderEvent>(Bodies.ParseOne($$"""{"object":"{{name}}",{{Value[1..]}}"""));
    }

    [Theory]
    [InlineData("""{"object":"x","messages":[]}""", "x")]
    [InlineData("""{"messages":[],"object":"x"}""", "x")]
    [InlineData("""{"messages":[],"obj\u0065ct":"x"}""", "x")]
    [InlineData("""{"object":"x","messages":[],"object":"y"}""", "y")]
    [InlineData("""{"object":"x","messages":[],"object":["y"]}""", null)]
    [InlineData("""{"messages":[],"metadata":{"object":"x"}}""", null)]
    [InlineData("""{"value":{},"object":"x"}""", "x")]
    [InlineData("""{"changes":[],"object":"x"}""", "x")]
    [InlineData("""{"entry":[],"object":"x"}""", "x")]
    public void Parse_ObjectWhereverItStands_IsTold(string body, string? name) => Assert.Equal(name, Bodies.Parse(body).Object);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Names))]
    public void Parse_PartOfTheEnvelope_TellsTheSameEvents(string name)
    {
        var body = Examples.Load(name).Body;
        string whole = body.ToJsonString();
        var entry = body["entry"]![0]!;
        if (body["entry"]!.AsArray().Count != 1 || entry["changes"]!.AsArray().Count != 1)
        {
            return;
        }

        string[] expected = Kinds(whole);

        Assert.Equal(expected, Kinds(entry.ToJsonString()));
        Assert.Equal(expected, Kinds(entry["changes"]![0]!.ToJsonString()));
        body["entry"]![0]!["changes"] = entry["changes"]![0]!.DeepClone();
        Assert.Equal(expected, Kinds(body.ToJsonString()));
        body["entry"] = body["entry"]![0]!.DeepClone();
        Assert.Equal(expected, Kinds(body.ToJsonString()));
    }

    [Theory]
    [InlineData("messages")]
    [InlineData("statuses")]
    [InlineData("calls")]
    [InlineData("user_preferences")]
    [InlineData("automatic_events")]
    [InlineData("state_sync")]
    [InlineData("groups")]
    [InlineData("message_echoes")]
    [InlineData("history")]
    public void Parse_ItemThatIsInNoArray_IsRead(string array)
    {
        foreach (string name in Samples.Names)
        {
            var body = Samples.Load(name);
            var value = body["entry"]![0]!["changes"]![0]!["value"]!;
            if (value[array] is not { } items)
            {
                continue;
            }

            string[] expected = Kinds(body.ToJsonString());
            value[array] = items[0]!.DeepClone();

            Assert.Equal(expected, Kinds(body.ToJsonString()));
        }
    }

    [Fact]
    public void Parse_LineThatIsInNoArray_IsTheOnlyLineOfTheOrder()
    {
        OrderEvent order = Bodies.ParseOne<OrderEvent>(Bodies.Messages(
            Bodies.Order().Replace($"[{Bodies.Item}]", Bodies.Item, StringComparison.Ordinal)));

        Assert.Equal((new RetailerId("apple-1kg"), 2), (Assert.Single(order.Items).RetailerId, order.Items[0].Quantity));
    }

    [Fact]
    public void Parse_ErrorThatIsInNoArray_IsReadAndKept()
    {
        StatusEvent status =
            Bodies.ParseOne<StatusEvent>("""{"statuses":[{"id":"w","status":"failed","errors":{"code":131026,"title":"t"}}]}""");
        ErrorsEvent errors = Bodies.ParseOne<ErrorsEvent>("""{"errors":{"code":131026}}""");

        Assert.Equal((131026, 131026), (Assert.Single(status.Errors).Code, Assert.Single(errors.Errors).Code));
        Assert.True(status.AdditionalProperties.Contains("errors"));
    }

    [Theory]
    [InlineData("""{"messages":{"id":"w","text":7}}""", "messages.text")]
    [InlineData("""{"messages":[{"id":"w","text":7}]}""", "messages[0].text")]
    [InlineData("""{"statuses":{"id":"w"}}""", "statuses.status")]
    public void Parse_ItemThatIsInNoArrayAndDoesNotFit_HasAPathWithoutIndex(string body, string path) =>
        Assert.Equal(path, Bodies.ParseOne<MalformedEvent>(body).Path);

    [Theory]
    [InlineData("""{"entry":{"0":{"id":"1"}}}""", "entry")]
    [InlineData("""{"entry":[{"changes":{"0":{"value":{}}}}]}""", "entry[0].changes")]
    [InlineData("""{"messages":{"0":{"id":"w","text":{"body":"x"}}}}""", "messages")]
    public void Parse_ArrayWrittenAsAnObjectOfNumbers_IsMalformedAsAWhole(string body, string path)
    {
        MalformedEvent malformed = Bodies.ParseOne<MalformedEvent>(body);

        Assert.Equal((path, "Expected an array, found an object."), (malformed.Path, malformed.Reason));
        Assert.Contains("\"0\"", Encoding.UTF8.GetString(malformed.RawJson.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData(" { } ")]
    [InlineData("""{"hello":1}""")]
    [InlineData("""{"object":"whatsapp_business_account"}""")]
    [InlineData("""{"object":"whatsapp_business_account","entry":null}""")]
    [InlineData("""{"contacts":[{"wa_id":"1"}]}""")]
    [InlineData("""{"metadata":{"phone_number_id":"1"},"orders":[{}]}""")]
    [InlineData("""{"value":{}}""")]
    [InlineData("""{"value":{"orders":[1]}}""")]
    [InlineData("""{"id":"1","changes":[]}""")]
    [InlineData("""{"changes":null,"value":null,"messages":null}""")]
    [InlineData("""{"Message":"{\"object\":\"whatsapp_business_account\"}"}""")]
    [InlineData("""{"data":{"object":"whatsapp_business_account","entry":[]}}""")]
    public void Parse_NothingThatIsKnown_IsMalformedAsAWhole(string body)
    {
        MalformedEvent malformed = Bodies.ParseOne<MalformedEvent>(body);

        Assert.Equal("$", malformed.Path);
        Assert.Equal(body.Trim(), Encoding.UTF8.GetString(malformed.RawJson.Span));
    }

    [Theory]
    [InlineData("""{"entry":[{"id":"1","value":{"messages":[]}}]}""", "entry[0].changes")]
    [InlineData("""{"entry":[{"id":"1","messages":[{"id":"w"}]}]}""", "entry[0].changes")]
    [InlineData("""{"entry":[{"id":"1","mess\u0061ges":[{"id":"w"}]}]}""", "entry[0].changes")]
    [InlineData("""{"entry":[{"id":"1","changes":[{"field":"messages","messages":[{"id":"w"}]}]}]}""", "entry[0].changes[0].value")]
    [InlineData("""{"id":"1","changes":[{"statuses":[{"id":"w"}]}]}""", "changes[0].value")]
    [InlineData("""{"id":"1","changes":[{"value":[{"messages":[]}]}]}""", "changes[0].value")]
    [InlineData("""{"field":"messages","value":[{"messages":[]}]}""", "value")]
    public void Parse_PartOfTheEnvelopeLeftOut_IsMalformed(string body, string path) =>
        Assert.Equal(path, Bodies.ParseOne<MalformedEvent>(body).Path);

    [Theory]
    [InlineData("""{"statuses":[{"id":"w","status":"read"}],"value":null}""")]
    [InlineData("""{"changes":null,"statuses":[{"id":"w","status":"read"}],"entry":null}""")]
    public void Parse_BareValueBesideNulls_IsRead(string body) => Assert.IsType<StatusEvent>(Bodies.ParseOne(body));

    [Theory]
    [InlineData(
        """{"hello":1}""",
        "Nothing in the body is known: expected Meta's object and entry, or an entry, a change or a value out of them.")]
    [InlineData("""{"id":"1","changes":[{"statuses":[{"id":"w"}]}]}""", "There is no value, but what belongs into one.")]
    [InlineData("""{"entry":[{"id":"1","value":{}}]}""", "There are no changes, but members that belong into a change.")]
    public void Parse_PartsThatAreMissing_AreNamedInTheReason(string body, string reason) =>
        Assert.Equal(reason, Bodies.ParseOne<MalformedEvent>(body).Reason);

    [Theory]
    [InlineData("""{"messages":[],"value":#value}""")]
    [InlineData("""{"messages":[],"changes":[{"value":#value}]}""")]
    [InlineData("""{"messages":[],"entry":[{"changes":[{"value":#value}]}]}""")]
    [InlineData("""{"messages":[],"v\u0061lue":#value}""")]
    [InlineData("""{"messages":[],"ch\u0061nges":[{"value":#value}]}""")]
    [InlineData("""{"messages":[],"\u0065ntry":[{"changes":[{"value":#value}]}]}""")]
    public void Parse_PartOfAValueBeforeWhatHoldsOne_IsReadAsTheWhole(string body) =>
        Assert.IsType<OrderEvent>(Bodies.ParseOne(body.Replace("#value", Value, StringComparison.Ordinal)));

    private static string[] Kinds(string body) => [.. Bodies.Parse(body).Events.Select(e => e.GetType().Name)];
}
