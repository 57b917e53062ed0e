using WhatsCommerce.Analytics;
using WhatsCommerce.Messages;
using WhatsCommerce.Templates;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>Analytics of what was sent, Meta's library, several languages, comparison and groups of templates.</summary>
public class AnalyticsTests
{
    private const string Hello = """
        {"name":"hello","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Hello, this is your shop speaking."}]}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Analytics_OfWhatWasSent_CountIt()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        pair.Cloud.Templates.Add(Hello);
        await pair.Client.Messages.SendAsync("+16505551234", Message.Text("Hi").Build(), cancellationToken: Token);
        await pair.Client.Messages.SendAsync("+16505551235", Message.Template("hello", "en_US").Build(), cancellationToken: Token);
        await pair.Cloud.WhenDeliveredAsync(Token);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        DateTimeOffset start = now.AddDays(-40);
        DateTimeOffset end = now.AddDays(2);

        List<MessagingDataPoint> messages = await pair.Client.Analytics.GetMessagingAsync(
            new(start, end, AnalyticsGranularity.Month), cancellationToken: Token).ToListAsync(Token);
        List<PricingDataPoint> prices = await pair.Client.Analytics.GetPricingAsync(
            new(start, end, AnalyticsGranularity.Month) { Dimensions = [PricingDimension.Category, PricingDimension.Country] },
            cancellationToken: Token).ToListAsync(Token);
        List<ConversationDataPoint> conversations = await pair.Client.Analytics.GetConversationsAsync(
            new(start, end, AnalyticsGranularity.Month), cancellationToken: Token).ToListAsync(Token);

        Assert.Equal((2, 2), (messages.Sum(point => point.Sent), messages.Sum(point => point.Delivered)));
        Assert.Equal(["SERVICE", "UTILITY"], prices.Select(point => point.Category).Distinct().Order(StringComparer.Ordinal));
        Assert.All(prices, point => Assert.Equal("US", point.Country));
        Assert.Equal(2, conversations.Sum(point => point.Conversations));
    }

    [Fact]
    public async Task TemplateAnalytics_OnceConfirmed_CountByTemplateAndByGroup()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        string id = pair.Cloud.Templates.Add(Hello);
        await pair.Client.Messages.SendAsync("+16505551235", Message.Template("hello", "en_US").Build(), cancellationToken: Token);
        await pair.Cloud.WhenDeliveredAsync(Token);
        DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        TemplateAnalyticsQuery query = new(today.AddDays(-1), today.AddDays(1), id);

        GraphException refused = await Assert.ThrowsAnyAsync<GraphException>(
            async () => await pair.Client.Analytics.GetTemplatesAsync(query, cancellationToken: Token).ToListAsync(Token));
        await pair.Client.Analytics.ConfirmTemplateAnalyticsAsync(cancellationToken: Token);
        string group = await pair.Client.Templates.Groups.CreateAsync("Hellos", [id], cancellationToken: Token);
        TemplateDataPoint alone =
            Assert.Single(await pair.Client.Analytics.GetTemplatesAsync(query, cancellationToken: Token).ToListAsync(Token));
        TemplateDataPoint grouped = Assert.Single(await pair.Client.Analytics.GetTemplateGroupsAsync(
            new(query.Start, query.End, group), cancellationToken: Token).ToListAsync(Token));

        Assert.Equal(200002, refused.Error?.Code);
        Assert.Equal((id, 1L, 1L), (alone.TemplateId, alone.Sent, alone.Delivered));
        Assert.Equal((group, 1L), (grouped.TemplateGroupId, grouped.Sent));
    }

    [Fact]
    public async Task TemplateGroup_Changed_HasOtherTemplatesAndName()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        TemplateGroupsClient groups = pair.Client.Templates.Groups;
        string one = pair.Cloud.Templates.Add(Hello);
        string other = pair.Cloud.Templates.Add(Hello.Replace("\"hello\"", "\"hello_2\"", StringComparison.Ordinal));
        string third = pair.Cloud.Templates.Add(Hello.Replace("\"hello\"", "\"hello_3\"", StringComparison.Ordinal));
        string id = await groups.CreateAsync("Hellos", [one], cancellationToken: Token);
        await groups.CreateAsync("Others", [third], cancellationToken: Token);

        await groups.UpdateAsync(id, new() { Name = "Greetings", Description = "All", Added = [other], Removed = [one] }, Token);
        TemplateGroup changed = await groups.GetAsync(id, Token);

        Assert.Equal(("Greetings", "All"), (changed.Name, changed.Description));
        Assert.Equal([other], changed.TemplateIds.Select(template => template.Value!));
        Assert.Equal(100, await RefusedAsync(new() { Name = "Others" }));
        Assert.Equal(100, await RefusedAsync(new() { Added = [third] }));
        Assert.NotEqual(0, await RefusedAsync(new() { Added = ["999"] }));
        Assert.Equal("Greetings", (await groups.GetAsync(id, Token)).Name);

        async Task<int> RefusedAsync(TemplateGroupUpdate update) =>
            (await Assert.ThrowsAnyAsync<GraphException>(() => groups.UpdateAsync(id, update, Token))).Error?.Code ?? 0;
    }

    [Fact]
    public async Task GroupAnalytics_OfWhatHappenedInAGroup_CountIt()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        await pair.Client.Groups.CreateAsync(new("Cars"), Token);
        EmulatedGroup group = Assert.Single(pair.Cloud.Groups);
        await group.JoinAsync(pair.Cloud.Customer("+16505551234"), Token);
        await group.JoinAsync(pair.Cloud.Customer("+16505551235"), Token);
        await pair.Client.Messages.SendAsync(Recipient.Group(group.Id), Message.Text("Hi").Build(), cancellationToken: Token);
        await group.LeaveAsync(pair.Cloud.Customer("+16505551235"), Token);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        GroupAnalyticsQuery query = new(now.AddDays(-2), now.AddDays(2), group.Id);

        List<GroupDataPoint> days = await pair.Client.Analytics.GetGroupsAsync(query, cancellationToken: Token).ToListAsync(Token);
        GroupDataPoint joined = (await pair.Client.Analytics.GetGroupsAsync(
            query with { Metrics = [GroupMetric.ParticipantsJoined] }, cancellationToken: Token).ToListAsync(Token))[0];

        Assert.All(days, day => Assert.Equal(group.Id, day.GroupId));
        Assert.Equal((1, 2, 2, 1),
            (days.Sum(day => day.Sent), days.Sum(day => day.Delivered), days.Sum(day => day.Joined), days.Sum(day => day.Left)));
        Assert.Null(joined.Sent);
        await Assert.ThrowsAnyAsync<GraphException>(async () => await pair.Client.Analytics.GetGroupsAsync(
            query with { Group = "none" }, cancellationToken: Token).ToListAsync(Token));
    }

    [Fact]
    public async Task CallAnalytics_OfCallsThatWereTalked_CountThem()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        await pair.Client.Calls.UpdateSettingsAsync(new() { IsEnabled = true }, Token);
        EmulatedCall call = await pair.Cloud.Customer("+16505551234").CallAsync(cancellationToken: Token);
        await pair.Client.Calls.AcceptAsync(call.Id, call.Sdp, cancellationToken: Token);
        await call.HangUpAsync(Token);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();

        CallDataPoint point = Assert.Single(await pair.Client.Analytics.GetCallsAsync(
            new(now.AddDays(-40), now.AddDays(2), AnalyticsGranularity.Month)
            {
                Directions = ["USER_INITIATED"],
                Dimensions = [CallDimension.Direction, CallDimension.Country],
            },
            cancellationToken: Token).ToListAsync(Token));

        Assert.Equal((1L, 0m, "USER_INITIATED", "US"), (point.Count, point.Cost, point.Direction, point.Country));
        Assert.Empty(await pair.Client.Analytics.GetCallsAsync(
            new(now.AddDays(-40), now.AddDays(2), AnalyticsGranularity.Month) { Directions = ["BUSINESS_INITIATED"] },
            cancellationToken: Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Library_TemplateMadeFromIt_IsApprovedAtOnce()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync(cloud: new() { ReviewTime = TimeSpan.FromHours(1) });
        TemplatesClient templates = pair.Client.Templates;

        LibraryTemplate found = Assert.Single(
            await templates.ListLibraryAsync(new() { Search = "parcel", Industry = "E_COMMERCE" }, Token).ToListAsync(Token));
        CreatedTemplate made = await templates.CreateFromLibraryAsync(
            new("my_delivery", "en_US", found.Name!) { Buttons = [LibraryButtonInput.Url("https://shop.example/orders")] },
            cancellationToken: Token);
        GraphException refused = await Assert.ThrowsAnyAsync<GraphException>(
            () => templates.CreateFromLibraryAsync(new("another", "en_US", found.Name!), cancellationToken: Token));
        await pair.Client.Messages.SendAsync(
            "+16505551235", Message.Template("my_delivery", "en_US").Body("Jim", "#12345").Build(), cancellationToken: Token);

        Assert.Equal(TemplateStatus.Approved, made.Status);
        Assert.Equal(100, refused.Error?.Code);
    }

    [Fact]
    public async Task Upsert_InTwoLanguagesThenThree_MakesOneMore()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        TemplatesClient templates = pair.Client.Templates;
        TemplateDefinition definition = Template.Authentication("codes", "en_US").CodeExpiration(10).Build();

        IReadOnlyList<CreatedTemplate> first = await templates.UpsertAsync(definition, ["en_US", "fr"], cancellationToken: Token);
        await WhatsCommerce.Tests.Patiently.Until(
            () => pair.Cloud.Templates.Items.All(template => template.Status == "APPROVED"));
        IReadOnlyList<CreatedTemplate> second = await templates.UpsertAsync(definition, ["en_US", "fr", "es"], cancellationToken: Token);

        Assert.Equal(["en_US", "fr"], first.Select(template => template.Language));
        Assert.Equal(first.Select(template => template.Id), second.Take(2).Select(template => template.Id));
        Assert.Equal(3, pair.Cloud.Templates.Items.Count);
    }

    [Fact]
    public async Task CompareAsync_TwoTemplates_TellsHowOftenEachWasSent()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync(configure: options => options.GraphVersion = "v25.0");
        string one = pair.Cloud.Templates.Add(Hello);
        string other = pair.Cloud.Templates.Add(Hello.Replace("\"hello\"", "\"hello_2\"", StringComparison.Ordinal));
        await pair.Client.Messages.SendAsync("+16505551235", Message.Template("hello", "en_US").Build(), cancellationToken: Token);

        TemplateComparison comparison =
            await pair.Client.Templates.CompareAsync(one, other, TemplateComparisonWindow.SevenDays, Token);

        Assert.Equal((1L, 0L), (comparison.Sends[one], comparison.Sends[other]));
        await Assert.ThrowsAnyAsync<GraphException>(
            () => pair.Client.Templates.CompareAsync(one, "999", TemplateComparisonWindow.SevenDays, Token));
    }
}
