using WhatsCommerce.Http;

namespace WhatsCommerce.Sdk.Tests.Http;

/// <summary>What the usage headers tell, and what they cannot do to us.</summary>
public class UsageTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");

    [Fact]
    public async Task Usage_AfterAnAnswerThatTells_IsRead()
    {
        using StubMeta meta = new(StubMeta.Answer(
            System.Net.HttpStatusCode.OK,
            StubMeta.Accepted,
            ("X-App-Usage", """{"call_count":28,"total_time":25,"total_cputime":26}"""),
            ("X-Business-Use-Case-Usage", """
                {"102290129340398":[{"type":"whatsapp","call_count":100,"total_cputime":20,"total_time":30,
                "estimated_time_to_regain_access":19}],"2":[{"type":"catalog_management","call_count":1}]}
                """)));
        using TestClient client = new(Meta, handler: meta);
        Assert.Null(client.Client.Usage);

        await client.SendHelloAsync();

        GraphUsage usage = client.Client.Usage!;
        Assert.Equal(new UsageShare { CallCount = 28, TotalTime = 25, TotalCpuTime = 26 }, usage.App);
        Assert.Equal(2, usage.Businesses.Count);
        Assert.Equal(
            new BusinessUsage
            {
                ObjectId = "102290129340398",
                Type = "whatsapp",
                Used = new UsageShare { CallCount = 100, TotalCpuTime = 20, TotalTime = 30 },
                TimeToRegainAccess = TimeSpan.FromMinutes(19),
            },
            usage.Businesses[0]);
        Assert.Null(usage.Businesses[1].TimeToRegainAccess);
        Assert.Equal(TimeSpan.FromMinutes(19), usage.TimeToRegainAccess);
    }

    [Fact]
    public async Task Usage_AnAnswerThatTellsNothing_KeepsWhatWasTold()
    {
        using StubMeta meta = new(
            StubMeta.Answer(System.Net.HttpStatusCode.OK, StubMeta.Accepted, ("X-App-Usage", """{"call_count":28}""")), StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        await client.SendHelloAsync();
        await client.SendHelloAsync();

        Assert.Equal(28, client.Client.Usage!.App!.CallCount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("100%")]
    [InlineData("""{"a":{"b":{"c":{"d":{"e":{"f":{"g":{"h":{"i":1}}}}}}}}}""")]
    public void Read_HeaderThatIsNothingOfTheKind_GivesNothing(string header) => Assert.Null(UsageReader.Read(null, header));

    [Theory]
    [InlineData("\"3\"", null)]
    [InlineData("-3", null)]
    [InlineData("0", null)]
    [InlineData("null", null)]
    [InlineData("1e300", null)]
    [InlineData("0.4", 1)]
    [InlineData("2000000000", 7 * 24 * 60)]
    public void Read_TimeToRegainAccess_IsAWaitThatCanBe(string minutes, int? expected)
    {
        GraphUsage usage = UsageReader.Read(null, $$"""{"1":[{"estimated_time_to_regain_access":{{minutes}}}]}""")!;

        Assert.Equal(expected is int number ? TimeSpan.FromMinutes(number) : null, usage.TimeToRegainAccess);
    }

    [Fact]
    public void Read_MoreThanAnybodyNeeds_IsCutOff()
    {
        string entries = string.Join(',', Enumerable.Repeat("{}", 1000));

        Assert.Equal(64, UsageReader.Read(null, $$"""{"1":[{{entries}}]}""")!.Businesses.Count);
        Assert.Null(UsageReader.Read(null, $$"""{"1":[{{new string(' ', 20_000)}}{}]}"""));
        Assert.Null(UsageReader.Read($$"""{"call_count":1,"x":"{{new string('x', 20_000)}}"}""", null));
    }

    [Fact]
    public void Read_LoneSurrogate_GivesNothing() => Assert.Null(UsageReader.Read(null, """{"1":[{"type":"\ud800"}]}"""));
}
