using WhatsCommerce.Analytics;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Analytics;

/// <summary>Analytics as typed streams. Answers are those of Meta's page.</summary>
public class AnalyticsClientTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Before = Now.AddDays(-7);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_OfTheRoom()
    {
        using StubMeta meta = new(StubMeta.Ok("""{"data":[],"id":"102290129340398"}"""));
        using TestClient client = Start(meta);
        AnalyticsClient analytics = client.Client.Analytics;

        Assert.Empty(await analytics.GetMessagingAsync(
            new(Before, Now, AnalyticsGranularity.Day)
            {
                PhoneNumbers = [PhoneNumber.Parse("+16505550111")],
                Countries = ["US", "BR"],
                ProductTypes = [MessagingProductType.Templates, MessagingProductType.Incoming],
            },
            cancellationToken: Token).ToListAsync(Token));
        Assert.Empty(await analytics.GetConversationsAsync(
            new(Before, Now, AnalyticsGranularity.HalfHour)
            {
                Metrics = [ConversationMetric.Conversations],
                Categories = ["MARKETING", "AUTHENTICATION"],
                Types = ["REGULAR"],
                Directions = ["BUSINESS_INITIATED"],
                Dimensions = [ConversationDimension.Category, ConversationDimension.PhoneNumber],
            },
            cancellationToken: Token).ToListAsync(Token));
        Assert.Empty(await analytics.GetPricingAsync(
            new(Before, Now, AnalyticsGranularity.Month)
            {
                Metrics = [PricingMetric.Cost, PricingMetric.Volume],
                Categories = ["UTILITY"],
                Types = ["REGULAR"],
                Dimensions = [PricingDimension.Category, PricingDimension.Tier, PricingDimension.Country],
            },
            "17",
            Token).ToListAsync(Token));
        Assert.Empty(await analytics.GetTemplatesAsync(
            new(Day(-90), Day(0), "1421988012088524", "2632273056924580")
            {
                Metrics = [TemplateMetric.Sent, TemplateMetric.Clicked], ProductType = "CLOUD_API",
            },
            cancellationToken: Token).ToListAsync(Token));
        Assert.Empty(await analytics.GetTemplateGroupsAsync(
            new(Day(-1), Day(0), "1044106240855852") { UseAccountTimeZone = true }, cancellationToken: Token).ToListAsync(Token));
        await analytics.ConfirmTemplateAnalyticsAsync(cancellationToken: Token);
        Assert.Empty(await analytics.GetCallsAsync(
            new(Before, Now, AnalyticsGranularity.Day)
            {
                Metrics = [CallMetric.Count, CallMetric.AverageDuration],
                Directions = ["USER_INITIATED"],
                Dimensions = [CallDimension.Direction, CallDimension.PhoneNumber],
            },
            cancellationToken: Token).ToListAsync(Token));
        Assert.Empty(await analytics.GetGroupsAsync(new(Before, Now, "Y2FwaV9ncm91cDox"), cancellationToken: Token).ToListAsync(Token));
        Assert.Empty(await analytics.GetGroupsAsync(
            new(Before, Now, "Y2FwaV9ncm91cDox") { Metrics = [GroupMetric.Sent] }, "17", Token).ToListAsync(Token));

        Snapshot.MatchText(Wire.Describe(meta.Requests));
    }

    [Fact]
    public async Task GetMessagingAsync_MetasAnswer_IsRead()
    {
        using StubMeta meta = new(StubMeta.Ok(
            """
            {"analytics":{"phone_numbers":["16505550111"],"country_codes":["US"],"granularity":"DAY","data_points":[
              {"start":1543543200,"end":1543629600,"sent":196093,"delivered":179715},
              {"start":1543629600,"end":1543716000,"sent":147649,"delivered":139032}]},"id":"102290129340398"}
            """));
        using TestClient client = Start(meta);

        List<MessagingDataPoint> points = await client.Client.Analytics.GetMessagingAsync(
            new(Before, Now, AnalyticsGranularity.Day), cancellationToken: Token).ToListAsync(Token);

        Assert.Equal([196093, 147649], points.Select(point => point.Sent));
        Assert.Equal((1543543200L, 139032L), (points[0].Start!.Value.ToUnixTimeSeconds(), points[1].Delivered));
    }

    [Fact]
    public async Task GetConversationsAsync_MetasAnswer_IsRead()
    {
        using StubMeta meta = new(StubMeta.Ok(
            """
            {"conversation_analytics":{"data":[{"data_points":[{"start":1685602800,"end":1688194800,"conversation":1558,
              "phone_number":"15550458206","country":"US","conversation_type":"REGULAR","conversation_direction":"UNKNOWN",
              "conversation_category":"AUTHENTICATION","cost":15.58}]}]},"id":"102290129340398"}
            """));
        using TestClient client = Start(meta);

        ConversationDataPoint point = Assert.Single(await client.Client.Analytics.GetConversationsAsync(
            new(Before, Now, AnalyticsGranularity.Month), cancellationToken: Token).ToListAsync(Token));

        Assert.Equal((1558L, 15.58m, "15550458206", "US"), (point.Conversations, point.Cost, point.PhoneNumber, point.Country));
        Assert.Equal(("REGULAR", "UNKNOWN", "AUTHENTICATION"), (point.Type, point.Direction, point.Category));
    }

    [Fact]
    public async Task GetPricingAsync_MetasAnswer_IsReadWithItsTiers()
    {
        using StubMeta meta = new(StubMeta.Ok(
            """
            {"pricing_analytics":{"data":[{"data_points":[
              {"start":1749106800,"end":1749193200,"country":"IN","tier":"0:750000","pricing_type":"REGULAR",
               "pricing_category":"AUTHENTICATION_INTERNATIONAL","volume":2,"cost":4.6},
              {"start":1748934000,"end":1749020400,"country":"US","tier":"0:MAX","pricing_type":"REGULAR","pricing_category":"MARKETING",
               "volume":1,"cost":10},
              {"start":1748847600,"end":1748934000,"country":"US","pricing_type":"FREE_ENTRY_POINT","pricing_category":"SERVICE",
               "volume":6,"cost":0}]}]}}
            """));
        using TestClient client = Start(meta);

        List<PricingDataPoint> points = await client.Client.Analytics.GetPricingAsync(
            new(Before, Now, AnalyticsGranularity.Day), cancellationToken: Token).ToListAsync(Token);

        Assert.Equal([(0L, 750000L), (0L, null), (null, null)], points.Select(point => (point.TierFrom, point.TierTo)));
        Assert.Equal((2L, 4.6m, "AUTHENTICATION_INTERNATIONAL"), (points[0].Volume, points[0].Cost, points[0].Category));
    }

    [Fact]
    public async Task GetTemplatesAsync_SeveralPages_AreOneStream()
    {
        using StubMeta meta = new(
            StubMeta.Ok(
                """
                {"data":[{"granularity":"DAILY","product_type":"cloud_api","data_points":[{"template_id":"1421988012088524",
                  "start":1718064000,"end":1718150400,"sent":1,"delivered":1,"read":1,"cost":[{"type":"amount_spent","value":0.01}]}]}],
                 "paging":{"cursors":{"before":"MAZDZD","after":"MjQZD"},"next":"https://graph.facebook.com/next"}}
                """),
            StubMeta.Ok(
                """
                {"data":[{"granularity":"DAILY","data_points":[{"template_id":2632273056924580,"start":1718064000,"end":1718150400,"sent":1,
                  "clicked":[{"type":"quick_reply_button","button_content":"Contact Support","count":108},
                             {"type":"unique_url_button","button_content":"Tell me more","count":16}]}]}]}
                """));
        using TestClient client = Start(meta);

        List<TemplateDataPoint> points = await client.Client.Analytics.GetTemplatesAsync(
            new(Day(-1), Day(0), "1421988012088524", "2632273056924580"), cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(["1421988012088524", "2632273056924580"], points.Select(point => point.TemplateId));
        Assert.Equal(0.01m, Assert.Single(points[0].Costs).Value);
        Assert.Equal([
            ("Contact Support", 108L), ("Tell me more", 16L)], points[1].Clicked.Select(click => (click.Button!, click.Count!.Value)));
        Assert.Contains("after=MjQZD", meta.Requests[1].Uri.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetCallsAsync_MetasAnswers_AreReadInBothShapes()
    {
        using StubMeta meta = new(
            StubMeta.Ok(
                """
                {"call_analytics":{"granularity":"DAILY","directions":"USER_INITIATED","data_points":[
                  {"start":1765958400,"end":1766044800,"cost":0.47795,"count":35,"average_duration":106},
                  {"start":1760943600,"end":1761030000,"cost":0,"count":20,"average_duration":103}]},"id":"102290129340398"}
                """),
            StubMeta.Ok(
                """
                {"call_analytics":{"data":[{"data_points":[
                  {"start":1676361600,"end":1676448000,"cost":10,"count":10,"average_duration":1,"direction":"USER_INITIATED"}]}]}}
                """));
        using TestClient client = Start(meta);
        CallAnalyticsQuery query = new(Before, Now, AnalyticsGranularity.Day);

        List<CallDataPoint> whole = await client.Client.Analytics.GetCallsAsync(query, cancellationToken: Token).ToListAsync(Token);
        CallDataPoint point = Assert.Single(
            await client.Client.Analytics.GetCallsAsync(query, cancellationToken: Token).ToListAsync(Token));

        Assert.Equal(
            [(35L, 0.47795m, 106m), (20L, 0m, 103m)],
            whole.Select(one => (one.Count!.Value, one.Cost!.Value, one.AverageSeconds!.Value)));
        Assert.Equal((10L, "USER_INITIATED", 1676361600L), (point.Count, point.Direction, point.Start?.ToUnixTimeSeconds()));
    }

    [Fact]
    public async Task GetGroupsAsync_MetasAnswer_IsRead()
    {
        using StubMeta meta = new(StubMeta.Ok(
            """
            {"data":[{"granularity":"DAILY","data_points":[
              {"group_id":"GROUP_ID","start":1685548801,"end":1685635200,"sent":100,"delivered":250,"read":200,"joined":3,"left":1},
              {"group_id":"GROUP_ID","start":1685635201,"end":1685721600,"sent":80,"delivered":200,"read":150,"joined":1,"left":0}]}],
             "paging":{"cursors":{"before":"MAZDZD","after":"MjQZD"}}}
            """));
        using TestClient client = Start(meta);

        List<GroupDataPoint> days = await client.Client.Analytics.GetGroupsAsync(
            new(Before, Now, "GROUP_ID"), cancellationToken: Token).ToListAsync(Token);

        Assert.Equal([(100L, 250L, 200L, 3L, 1L), (80L, 200L, 150L, 1L, 0L)],
            days.Select(day => (day.Sent!.Value, day.Delivered!.Value, day.Read!.Value, day.Joined!.Value, day.Left!.Value)));
        Assert.Equal("GROUP_ID", days[0].GroupId.Value);
    }

    [Fact]
    public void Queries_OutsideOfTheRules_AreNotSent()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = Start(meta);
        AnalyticsClient analytics = client.Client.Analytics;

        Refused(() => analytics.GetMessagingAsync(new(Now, Now, AnalyticsGranularity.Day), cancellationToken: Token), "analytics.end");
        Refused(
            () => analytics.GetMessagingAsync(new(Now.AddDays(-367), Now, AnalyticsGranularity.Day), cancellationToken: Token),
            "analytics.start");
        Refused(
            () => analytics.GetPricingAsync(new(Before, Now, (AnalyticsGranularity)7), cancellationToken: Token),
            "pricing_analytics.granularity");
        Refused(
            () => analytics.GetConversationsAsync(
                new(Before, Now, AnalyticsGranularity.Day) { Countries = ["usa"] }, cancellationToken: Token),
            "conversation_analytics.country_codes[0]");
        Refused(() => analytics.GetTemplatesAsync(new(Day(-91), Day(0), "1"), cancellationToken: Token), "start");
        Refused(() => analytics.GetTemplatesAsync(new(Day(0), Day(-1), "1"), cancellationToken: Token), "end");
        Refused(() => analytics.GetTemplatesAsync(new(Day(-1), Day(0)), cancellationToken: Token), "template_ids");
        Refused(
            () => analytics.GetTemplateGroupsAsync(
                new(Day(-1), Day(0), [.. Enumerable.Range(1, 11).Select(id => $"{id}")]), cancellationToken: Token),
            "template_group_ids");
        Refused(() => analytics.GetGroupsAsync(new(Now.AddDays(-91), Now, "1"), cancellationToken: Token), "start");
        Refused(() => analytics.GetGroupsAsync(new(Now, Now, "1"), cancellationToken: Token), "end");
        Refused(() => analytics.GetCallsAsync(new(Now, Now, AnalyticsGranularity.Day), cancellationToken: Token), "call_analytics.end");
        Assert.Throws<ArgumentException>(() => analytics.GetGroupsAsync(new(Before, Now, "a\"]"), cancellationToken: Token));
        Assert.Throws<ArgumentException>(() => analytics.GetTemplatesAsync(new(Day(-1), Day(0), "1]&x=["), cancellationToken: Token));
        Assert.Throws<ArgumentException>(() => new PricingAnalyticsQuery(Before, Now, AnalyticsGranularity.Day) { Types = ["A)"] });
        Assert.Empty(meta.Requests);
    }

    [Fact]
    public async Task GetMessagingAsync_NotEnumerated_AsksForNothing()
    {
        using StubMeta meta = new(StubMeta.Ok("{}"));
        using TestClient client = Start(meta);

        IAsyncEnumerable<MessagingDataPoint> points = client.Client.Analytics.GetMessagingAsync(
            new(Now.AddDays(-366), Now, AnalyticsGranularity.Month), cancellationToken: Token);

        Assert.Empty(meta.Requests);
        Assert.Empty(await points.ToListAsync(Token));
        Assert.Single(meta.Requests);
    }

    private static TestClient Start(StubMeta meta) => new(
        Meta, options => options.BusinessAccountId = "102290129340398", time: new FakeTimeProvider(), handler: meta);

    private static DateOnly Day(int days) => DateOnly.FromDateTime(Now.UtcDateTime).AddDays(days);

    private static void Refused<T>(Func<IAsyncEnumerable<T>> call, string path)
    {
        WhatsCommerceValidationException refused = Assert.Throws<WhatsCommerceValidationException>(() => { _ = call(); });
        Assert.Equal(path, Assert.Single(refused.Violations).Path);
    }
}
