using System.Text;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Errors that belong to no single message.</summary>
public sealed class ErrorsEventTests
{
    private const string Errors = """[{"code":131035,"title":"Too late"},{"code":"130429","error_data":{"details":"Too fast"}}]""";

    [Fact]
    public void Parse_ErrorsOfTheValueAlone_AreOneEvent()
    {
        ErrorsEvent errors = Bodies.ParseOne<ErrorsEvent>(Bodies.Envelope(Bodies.Change(
            $$$"""{"messaging_product":"whatsapp","metadata":{{{Bodies.Metadata}}},"errors":{{{Errors}}}}""")));

        Assert.Equal(
            [(131035, "Too late", null), (130429, null, "Too fast")],
            errors.Errors.Select(error => (error.Code, error.Title, error.Details)));
        Assert.Equal(new PhoneNumberId("113907458826031"), errors.PhoneNumberId);
        Assert.Equal(Errors, Encoding.UTF8.GetString(errors.RawJson.Span));
        Assert.Empty(errors.Change.AdditionalProperties);
        Assert.Null(errors.Identity);
    }

    [Fact]
    public void Parse_ErrorsBesideAMessage_ComeAfterIt()
    {
        WebhookNotification notification =
            Bodies.Parse(Bodies.Value($"\"errors\":{Errors},\"messages\":[{{\"id\":\"w\",\"type\":\"interactive\"}}]"));

        Assert.Equal([typeof(UnsupportedEvent), typeof(ErrorsEvent)], notification.Events.Select(e => e.GetType()));
        Assert.Equal("Renée O'Neil", notification.Events[0].Customer.ProfileName);
    }

    [Fact]
    public void Parse_ErrorsWithoutEnvelope_AreAnEvent() =>
        Assert.Equal(2, Bodies.ParseOne<ErrorsEvent>($$"""{"errors":{{Errors}}}""").Errors.Count);

    [Fact]
    public void Parse_ErrorsOfAnEntryWithATime_HappenedThen() =>
        Assert.Equal(
            DateTimeOffset.FromUnixTimeSeconds(1762426900),
            Bodies.ParseOne<ErrorsEvent>(
                Bodies.Entries($$"""{"changes":[{"value":{"errors":{{Errors}}},"field":"messages"}],"time":1762426900}""")).Timestamp);

    [Theory]
    [InlineData("""[{"code":1,"error_data":{"details":"Too fast"}}]""", "Too fast", false)]
    [InlineData("""[{"code":1,"details":"Too fast"}]""", "Too fast", false)]
    [InlineData("""[{"code":1,"details":"Too fast","error_data":{"details":"Too fast"}}]""", "Too fast", false)]
    [InlineData("""[{"code":1,"details":"Too late","error_data":{"details":"Too fast"}}]""", "Too fast", true)]
    [InlineData("""[{"code":1,"error_data":{"details":"Too fast","new":1}}]""", "Too fast", true)]
    [InlineData("""[{"code":1,"details":"Too fast","error_data":"none"}]""", "Too fast", true)]
    [InlineData("""[{"code":1,"details":"Too fast","error_data":null}]""", "Too fast", false)]
    [InlineData("""[{"code":1,"details":"Too fast"},{}]""", "Too fast", true)]
    [InlineData("""[[{"code":2}],{"code":1,"details":"Too fast"}]""", "Too fast", true)]
    public void Parse_ErrorsThatSayMoreThanTheirPropertiesHold_AreKeptBesideThem(string errors, string details, bool isKept)
    {
        StatusEvent status = ParseStatus($$""","errors":{{errors}}""");

        Assert.Equal((1, details), (Assert.Single(status.Errors).Code, status.Errors[0].Details));
        Assert.Equal(isKept ? ["errors"] : [], status.AdditionalProperties.Select(pair => pair.Key));
    }

    [Theory]
    [InlineData("null", 0)]
    [InlineData("\"odd\"", 1)]
    [InlineData("""{"0":{"code":1}}""", 1)]
    public void Parse_ErrorsOfAStatusThatAreNone_AreKeptUnlessNull(string errors, int kept)
    {
        StatusEvent status = ParseStatus($$""","errors":{{errors}}""");

        Assert.Empty(status.Errors);
        Assert.Equal(kept, status.AdditionalProperties.Count);
    }

    [Theory]
    [InlineData("[7]")]
    [InlineData("\"odd\"")]
    public void Parse_ErrorsThatAreNone_AreKept(string errors)
    {
        UnknownEvent unknown = Bodies.ParseOne<UnknownEvent>(Bodies.Envelope(Bodies.Change($$"""{"errors":{{errors}}}""")));

        Assert.True(unknown.AdditionalProperties.Contains("errors"));
    }

    [Fact]
    public void ToString_OfErrors_NamesTheirCodesOnly() =>
        Assert.Equal("ErrorsEvent { Error = 131035, Error = 130429 }", Bodies.ParseOne($$"""{"errors":{{Errors}}}""").ToString());

    private static StatusEvent ParseStatus(string more) => Bodies.ParseOne<StatusEvent>(Bodies.Statuses(Bodies.Status(more, "failed")));
}
