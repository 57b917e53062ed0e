using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using WhatsCommerce.Sdk.Storefront.Tests;
using WhatsCommerce.Sdk.Storefront.Tests.Replies;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Assistants.Tests;

/// <summary>The tools as an MCP server, over real HTTP, by the official client.</summary>
public sealed class McpTests
{
    private static readonly JsonElement Apples = JsonElement.Parse("""["apple-1kg"]""");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Client_OfAnAgent_ListsAndCallsTheToolsOfItsCustomer()
    {
        await using WebApplication app = await StartAsync(authorized: true);
        await using McpClient client = await ConnectAsync(app, "pablo");

        IList<McpClientTool> tools = await client.ListToolsAsync(cancellationToken: Stop);
        CallToolResult result = await client.CallToolAsync(
            "show_products", new Dictionary<string, object?> { ["product_ids"] = Apples }, cancellationToken: Stop);

        Assert.Contains("propose_cart", tools.Select(tool => tool.Name));
        Assert.All(tools, tool => Assert.False(tool.ProtocolTool.Annotations!.DestructiveHint));
        Assert.False(result.IsError);
        (Recipient to, _, _) = Assert.Single(app.Services.GetRequiredService<RecordingClient>().Sent);
        Assert.Equal("+16505551234", to);
    }

    [Fact]
    public async Task Client_ThatNamesAnotherCustomer_IsRefused()
    {
        await using WebApplication app = await StartAsync(authorized: true);
        await using McpClient client = await ConnectAsync(app, "pablo");

        CallToolResult result = await client.CallToolAsync(
            "show_products",
            new Dictionary<string, object?> { ["product_ids"] = Apples, ["to"] = "+16505559999" },
            cancellationToken: Stop);

        Assert.True(result.IsError);
        Assert.Empty(app.Services.GetRequiredService<RecordingClient>().Sent);
    }

    [Fact]
    public async Task Client_OfANamedShop_ReachesThatShopAlone()
    {
        await using WebApplication app = await StartAsync(authorized: true, shops: ["berlin", "paris"]);
        await using McpClient client = await ConnectAsync(app, "paris");

        CallToolResult result = await client.CallToolAsync("get_cart", cancellationToken: Stop);
        CallToolResult proposed = await client.CallToolAsync(
            "propose_cart",
            new Dictionary<string, object?>
            {
                ["items"] = JsonElement.Parse("""[{"product_id":"apple-1kg","quantity":2}]"""),
            },
            cancellationToken: Stop);

        Assert.False(result.IsError);
        Assert.False(proposed.IsError);
        IStorefrontStore store = app.Services.GetRequiredService<IStorefrontStore>();
        Assert.Single(await store.ListLiveCartsAsync("paris", new CustomerKey("pablo"), Stop));
        Assert.Empty(await store.ListLiveCartsAsync("berlin", new CustomerKey("pablo"), Stop));
    }

    [Fact]
    public async Task Request_OfAShopThatDoesNotExist_IsRefused()
    {
        await using WebApplication app = await StartAsync(authorized: true, shops: ["berlin"]);

        await Assert.ThrowsAnyAsync<HttpRequestException>(async () => await ConnectAsync(app, "lisbon"));
    }

    [Theory]
    [InlineData("ann", StatusCodes.Status403Forbidden)]
    [InlineData(null, StatusCodes.Status401Unauthorized)]
    public async Task Request_OfSomebodyWithoutAConversation_IsRefused(string? user, int status)
    {
        await using WebApplication app = await StartAsync(authorized: true);
        using HttpClient http = new(new SocketsHttpHandler()) { BaseAddress = new Uri(app.Urls.First()) };
        if (user is not null)
        {
            http.DefaultRequestHeaders.Add("X-User", user);
        }

        using StringContent body = new("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""");
        body.Headers.ContentType = new("application/json");
        using HttpRequestMessage request = new(HttpMethod.Post, "/mcp") { Content = body };
        request.Headers.Add("Accept", "application/json, text/event-stream");
        using HttpResponseMessage response = await http.SendAsync(request, Stop);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Start_OpenOutsideOfDevelopment_Fails()
    {
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await StartAsync(authorized: false));

        Assert.Contains("RequireAuthorization", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OpenInDevelopment_Starts()
    {
        await using WebApplication app = await StartAsync(authorized: false, Environments.Development);
        await using McpClient client = await ConnectAsync(app, "pablo");

        Assert.NotEmpty(await client.ListToolsAsync(cancellationToken: Stop));
    }

    [Fact]
    public async Task Start_PathMappedTwice_IsRefused() => Assert.Equal(
        "POST /mcp is mapped twice, and each request would be ambiguous: remove a MapWhatsCommerceMcp, or tell them apart by path or host.",
        (await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(authorized: true, alsoAt: "/MCP/"))).Message);

    [Fact]
    public async Task Start_TwoPaths_ServesBoth()
    {
        await using WebApplication app = await StartAsync(authorized: true, alsoAt: "/agents/mcp");
        await using McpClient client = await ConnectAsync(app, "pablo", "agents/mcp");

        Assert.NotEmpty(await client.ListToolsAsync(cancellationToken: Stop));
    }

    private static async Task<McpClient> ConnectAsync(WebApplication app, string user, string path = "mcp") => await McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri($"{app.Urls.First()}/{path}"),
            TransportMode = HttpTransportMode.StreamableHttp,
            AdditionalHeaders = new Dictionary<string, string> { ["X-User"] = user },
        }),
        cancellationToken: Stop);

    private static async Task<WebApplication> StartAsync(
        bool authorized, string? environment = null, string? alsoAt = null, params string[] shops)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { EnvironmentName = environment ?? Environments.Production });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        RecordingClient client = new();
        builder.Services.AddSingleton(client);
        builder.Services.AddSingleton<WhatsCommerceClient>(client);
        builder.Services.Configure<WhatsCommerceOptions>(options => options.CatalogId = "146265584024623");
        builder.Services.AddSingleton<IPriceSource>(new FixedPrices(
            new ProductPrice { RetailerId = "apple-1kg", Name = "Apples, 1 kg", Price = new Money(3.49m, "USD") }));
        builder.Services.AddAuthentication("header").AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>("header", null);
        builder.Services.AddAuthorization();
        builder.Services.AddWhatsCommerceWebhooks(options =>
        {
            options.AppSecrets.Add("0123456789abcdef0123456789abcdef");
            options.VerifyToken = "token";
        });
        if (shops.Length == 0)
        {
            builder.Services.AddWhatsCommerceStorefrontCore(_ => { }).AddCheckout().AddMcpServer((http, _) => ValueTask.FromResult(
                http.Request.Headers["X-User"] == "pablo"
                    ? new ShopConversation { Customer = new CustomerKey("pablo"), To = "+16505551234" }
                    : null));
        }

        foreach (string name in shops)
        {
            WhatsCommerceStorefrontBuilder shop = builder.Services.AddWhatsCommerceStorefrontCore(
                name, options => options.PhoneNumberIds.Add($"{1000 + name.Length}")).AddCheckout().AddAssistantTools();
            if (name == shops[0])
            {
                // Who sits at the desk of a shop is its agent.
                shop.AddMcpServer((http, _) => ValueTask.FromResult<ShopConversation?>(new ShopConversation
                {
                    ShopId = http.Request.Headers["X-User"],
                    Customer = new CustomerKey("pablo"),
                    To = "+16505551234",
                }));
            }
        }

        WebApplication app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        foreach (string path in new[] { "/mcp", alsoAt }.OfType<string>())
        {
            IEndpointConventionBuilder mapped = app.MapWhatsCommerceMcp(path);
            if (authorized)
            {
                mapped.RequireAuthorization();
            }
        }

        try
        {
            await app.StartAsync(Stop);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return app;
    }

    private sealed class HeaderAuthentication(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            Request.Headers["X-User"].FirstOrDefault() is string user
                ? AuthenticateResult.Success(new AuthenticationTicket(
                    new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, user)], "header")), "header"))
                : AuthenticateResult.NoResult());
    }
}
