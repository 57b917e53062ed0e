using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Templates;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Templates.Grouping;

/// <summary>Groups of templates.</summary>
public class TemplateGroupsClientTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_OfTheRoom()
    {
        const string One = """
            {"id":"9020555671393375","name":"Black Friday 2024","creation_time":"1739559516",
            "whatsapp_business_templates":{"data":[{"id":"278077987957091"}]}}
            """;
        using StubMeta meta = new(
            StubMeta.Ok("""{"id":"9020555671393375"}"""),
            StubMeta.Ok($$"""{"data":[{{One}}]}"""),
            StubMeta.Ok(One),
            StubMeta.Ok("""{"success":true}"""));
        using TestClient client = new(Meta, options => options.BusinessAccountId = "102290129340398", handler: meta);
        TemplateGroupsClient groups = client.Client.Templates.Groups;

        string id = await groups.CreateAsync(
            "Black Friday 2024", ["278077987957091", "1945418102598215"], "US-based", cancellationToken: Token);
        Assert.Single(await groups.ListAsync(cancellationToken: Token).ToListAsync(Token));
        TemplateGroup group = await groups.GetAsync(id, Token);
        await groups.UpdateAsync(id, new() { Added = ["844006344365270", "1188657612184382"], Removed = ["1035843174854974"] }, Token);
        await groups.UpdateAsync(id, new() { Name = "Black Friday 2025", Description = "" }, Token);
        await groups.DeleteAsync(id, Token);

        Assert.Equal(("9020555671393375", "Black Friday 2024", 1739559516L), (id, group.Name, group.CreatedAt?.ToUnixTimeSeconds()));
        Assert.Equal(["278077987957091"], group.TemplateIds.Select(template => template.Value!));
        Snapshot.MatchText(Wire.Describe(meta.Requests));
    }

    [Fact]
    public async Task CreateAsync_OutsideOfTheRules_IsNotSent()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, options => options.BusinessAccountId = "102290129340398", handler: meta);
        TemplateGroupsClient groups = client.Client.Templates.Groups;

        await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => groups.CreateAsync(new string('a', 257), ["1"], cancellationToken: Token));
        await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => groups.CreateAsync("a", ["1"], new string('a', 513), cancellationToken: Token));
        await Assert.ThrowsAsync<WhatsCommerceValidationException>(() => groups.CreateAsync("a", [], cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>(() => groups.CreateAsync("a", ["x"], cancellationToken: Token));
        Assert.Empty(meta.Requests);
    }

    [Fact]
    public async Task UpdateAsync_OutsideOfTheRules_IsNotSent()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        TemplateGroupsClient groups = client.Client.Templates.Groups;

        await Assert.ThrowsAsync<WhatsCommerceValidationException>(() => groups.UpdateAsync("1", new(), Token));
        await Assert.ThrowsAsync<WhatsCommerceValidationException>(() => groups.UpdateAsync("1", new() { Name = "" }, Token));
        await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => groups.UpdateAsync("1", new() { Description = new string('a', 513) }, Token));
        await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => groups.UpdateAsync("1", new() { Added = ["1", "2"], Removed = ["2"] }, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => groups.UpdateAsync("1", new() { Added = ["x"] }, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => groups.UpdateAsync("1/x", new() { Name = "a" }, Token));
        Assert.Empty(meta.Requests);
    }

    [Fact]
    public async Task UpdateAsync_ServerError_IsNotRetried()
    {
        using StubMeta meta = new(StubMeta.Error(2, 500));
        using TestClient client = new(Meta, handler: meta);

        await Assert.ThrowsAsync<OutcomeUnknownException>(
            () => client.Client.Templates.Groups.UpdateAsync("1", new() { Name = "a" }, Token));

        Assert.Single(meta.Requests);
    }
}
