using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.AspNetCore.Tests;

/// <summary>A shop with an inbox on a real Kestrel, connected to a local Cloud API.</summary>
internal sealed class InboxSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private InboxSite(
        CloudApiEmulator cloud,
        string environment,
        bool isClosed,
        string policy,
        Action<StorefrontInboxOptions>? configure,
        bool usesThreadControl)
    {
        Cloud = cloud;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddWhatsCommerce(cloud.Configure);
        builder.Services.AddWhatsCommerceWebhooks(options =>
        {
            options.AppSecrets.Add(cloud.AppSecret);
            options.VerifyToken = cloud.VerifyToken;
        });
        AgentScheme.AddTo(builder.Services);
        builder.Services.AddWhatsCommerceStorefront(options => options.PollInterval = TimeSpan.FromSeconds(1))
            .AddPayOnDelivery()
            .AddConversations(options => options.UseThreadControl = usesThreadControl);
        _app = builder.Build();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
        IEndpointConventionBuilder inbox = _app.MapWhatsCommerceInbox("/inbox", configure);
        if (isClosed)
        {
            inbox.RequireAuthorization(policy);
        }
    }

    public CloudApiEmulator Cloud { get; }

    public Uri Address => new(_app.Urls.First());

    public Storefronts.Storefront Shop => _app.Services.GetRequiredService<Storefronts.Storefront>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<InboxSite> OpenAsync(
        string environment = "Production",
        bool isClosed = true,
        Action<StorefrontInboxOptions>? configure = null,
        bool usesThreadControl = false,
        string role = "customer_service",
        string policy = AgentScheme.Name)
    {
        CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(new() { ConversationRole = role }, Stop);
        cloud.Catalog.Add("apple-1kg", "Apples, 1 kg", new Money(3.49m, "USD"));
        InboxSite site = new(cloud, environment, isClosed, policy, configure, usesThreadControl);
        try
        {
            await site._app.StartAsync(Stop);
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }

        await cloud.ConnectWebhookAsync(new Uri(site.Address, "/webhooks/whatsapp"), Stop);
        return site;
    }

    /// <summary>A service of the app.</summary>
    public T Client<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>A browser's client, signed in as somebody or nobody.</summary>
    public HttpClient Client(string? agent = "ann")
    {
        HttpClient client = new(new SocketsHttpHandler()) { BaseAddress = Address };
        if (agent is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", $"{AgentScheme.Cookie}={agent}");
        }

        return client;
    }

    /// <summary>An act, sent as the page sends it.</summary>
    public static Task<HttpResponseMessage> ActAsync(
        HttpClient client, CustomerKey customer, string act, string body = "{}") => client.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, $"/inbox/api/conversations/{customer}/{act}")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { { "X-Inbox", "1" }, { "Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority) } },
        },
        Stop);

    /// <summary>A customer writes, and stands in the inbox.</summary>
    public async Task<CustomerKey> WriteAsync(string text = "hello", string number = "+16505551234")
    {
        await Cloud.Customer(number, "Pablo").SendTextAsync(text, Stop);
        CustomerConversation? found = null;
        await Patiently.Until(async () => (found = (await Shop.Conversations.ListAsync(cancellationToken: Stop))
            .FirstOrDefault(one => one.To.Value == number.TrimStart('+'))) is not null);
        return found!.Customer;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await Cloud.DisposeAsync();
        await _app.DisposeAsync();
    }
}
