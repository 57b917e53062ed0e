using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.AspNetCore.Tests;

/// <summary>One mapping for the inboxes of all shops of a directory.</summary>
public sealed class InboxDirectoryTests : IAsyncLifetime
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new(new SocketsHttpHandler());

    public InboxDirectoryTests()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddWhatsCommerce(PagesSite.Configure);
        builder.Services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add("an-app-secret"));
        AgentScheme.AddTo(builder.Services);
        builder.Services.AddWhatsCommerceStorefrontCore(_ => { }).AddConversations().UseDirectory<TwoTenants>();
        _app = builder.Build();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapWhatsCommerceInbox("/desk/{shop}/inbox", options => options.FindShop = (http, _) => ValueTask.FromResult(
            http.GetRouteValue("shop") is string shop && http.User.Identity?.Name != "eve" ? shop : null))
            .RequireAuthorization(AgentScheme.Name);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(Stop);
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    [Fact]
    public async Task List_OfATenant_HasItsConversationsAlone()
    {
        IStorefrontFactory shops = _app.Services.GetRequiredService<IStorefrontFactory>();
        IConversationStore store = _app.Services.GetRequiredService<IConversationStore>();
        Assert.NotNull(await shops.FindAsync("north", Stop));
        await store.WriteAsync(new ConversationStep { Conversation = Conversation("north", "pablo") }, Stop);
        await store.WriteAsync(new ConversationStep { Conversation = Conversation("south", "maria") }, Stop);

        Assert.Equal(["pablo"], await CustomersAsync("north"));
        Assert.Equal(["maria"], await CustomersAsync("south"));
    }

    [Fact]
    public async Task Page_OfATenant_CallsItsOwnEndpoints()
    {
        (HttpStatusCode status, string html) = await GetAsync("/desk/north/inbox");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("content=\"/desk/north/inbox\"", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/desk/north/inbox/files/inbox/app.js")).Status);
    }

    [Theory]
    [InlineData("/desk/west/inbox/api/conversations", "ann", HttpStatusCode.NotFound)]
    [InlineData("/desk/north/inbox/api/conversations", "eve", HttpStatusCode.NotFound)]
    [InlineData("/desk/north/inbox/api/conversations", null, HttpStatusCode.Unauthorized)]
    public async Task List_OfNoShopOrByWhoMayNot_IsRefused(string path, string? agent, HttpStatusCode status) =>
        Assert.Equal(status, (await GetAsync(path, agent)).Status);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private static CustomerConversation Conversation(string shop, string customer) => new()
    {
        ShopId = shop,
        Customer = new CustomerKey(customer),
        To = "+16505551234",
        LastAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        ChangedAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
    };

    private async Task<IEnumerable<string?>> CustomersAsync(string shop)
    {
        (HttpStatusCode status, string json) = await GetAsync($"/desk/{shop}/inbox/api/conversations");
        Assert.Equal(HttpStatusCode.OK, status);
        return [.. JsonElement.Parse(json).EnumerateArray().Select(row => row.GetProperty("customer").GetString())];
    }

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(string path, string? agent = "ann")
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        if (agent is not null)
        {
            request.Headers.Add("Cookie", $"{AgentScheme.Cookie}={agent}");
        }

        using HttpResponseMessage response = await _client.SendAsync(request, Stop);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Stop));
    }

    private sealed class TwoTenants : IStorefrontDirectory
    {
        public ValueTask<StorefrontListing?> FindAsync(string shopId, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(shopId is "north" or "south" ? Listing(shopId) : null);

        public ValueTask<StorefrontListing?> FindAsync(StorefrontRoute route, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<StorefrontListing?>(null);

        public async IAsyncEnumerable<StorefrontListing> ListAsync(
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            yield return Listing("north")!;
            yield return Listing("south")!;
        }

        private static StorefrontListing? Listing(string shopId) => new StorefrontListing(shopId);
    }
}
