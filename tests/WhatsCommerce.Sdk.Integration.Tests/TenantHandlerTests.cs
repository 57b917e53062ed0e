using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tenants;
using WhatsCommerce.Messages;
using WhatsCommerce.Testing;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>Handlers of tenants in the database of the sample, at a Cloud API that opens each number to its own token only.</summary>
public sealed class TenantHandlerTests : IDisposable
{
    private const string Secret = "secret-of-the-provider";
    private readonly string _folder = Directory.CreateTempSubdirectory("tenants-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ServiceProvider Services(CloudApiEmulator cloud, Action<WhatsCommerceWebhooksBuilder>? add = null)
    {
        ServiceCollection services = new();
        string database = $"Data Source={Path.Combine(_folder, "tenants.db")};Pooling=False";
        services.AddSingleton(provider => new TenantDatabase(database, provider.GetRequiredService<TimeProvider>()));
        services.AddWhatsCommerce(options => options.BaseAddress = cloud.BaseAddress);
        WhatsCommerceWebhooksBuilder webhooks = services.AddWhatsCommerceWebhooks(options => options.AppSecrets = [Secret]);
        webhooks.UseTenants<TenantDatabase>(options => options.UnknownCacheTime = TimeSpan.Zero);
        add?.Invoke(webhooks);
        return services.BuildServiceProvider(validateScopes: true);
    }

    private static Shop Open(CloudApiEmulator cloud, int i, string token)
    {
        cloud.AddAccount($"70{i}", PhoneNumber.Parse($"+1555070000{i}"), $"token-{i}", $"50{i}");
        return new Shop($"shop-{i}")
        {
            Name = $"Shop {i}",
            Plan = "basic",
            PhoneNumberIds = [$"70{i}"],
            BusinessAccountIds = [$"50{i}"],
            AccessToken = token,
            AppSecrets = [$"secret-{i}"],
        };
    }

    private static Task<WebhookResponse> Deliver(IServiceProvider services, int i, string id, string secret)
    {
        byte[] body = Encoding.UTF8.GetBytes(
            $$$"""{"object":"whatsapp_business_account","entry":[{"id":"50{{{i}}}","changes":[{"field":"messages","value":"""
                + $$$"""{"messaging_product":"whatsapp","metadata":{"phone_number_id":"70{{{i}}}"},"messages":"""
                + $$$"""[{"id":"{{{id}}}","from":"1650555012{{{i}}}","timestamp":"1767225600","type":"order","order":"""
                + $$$"""{"catalog_id":"1","product_items":[{"product_retailer_id":"a","quantity":1,"item_price":1"""
                + $$$""","currency":"USD"}]}}]}}]}]}""");
        return services.GetRequiredService<WebhookProcessor>()
            .ProcessAsync(body, WebhookSignature.Compute(body, secret), cancellationToken: Cancel);
    }

    [Fact]
    public async Task Handle_EachTenantsCart_IsAnsweredFromItsOwnNumberWithItsOwnToken()
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: Cancel);
        await using ServiceProvider services = Services(cloud, webhooks => webhooks.AddHandler<Answers>());
        TenantDatabase tenants = services.GetRequiredService<TenantDatabase>();
        await tenants.CreateAsync(Cancel);
        for (int i = 1; i <= 3; i++)
        {
            await tenants.AddAsync(Open(cloud, i, $"token-{i}"), Cancel);
        }

        for (int i = 1; i <= 3; i++)
        {
            Assert.Equal(200, (await Deliver(services, i, $"wamid.{i}", i == 1 ? Secret : $"secret-{i}")).StatusCode);
        }

        for (int i = 1; i <= 3; i++)
        {
            ReceivedMessage message = Assert.Single(cloud.Customer($"+1650555012{i}").Received);
            Assert.Equal(($"70{i}", $"Shop {i} has got your cart of 1 items."), (message.From.Value, message.Text));
        }
    }

    [Fact]
    public async Task Handle_TokenOfAnotherTenant_FailsAndSendsNothing()
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: Cancel);
        await using ServiceProvider services = Services(cloud, webhooks => webhooks.AddHandler<Answers>());
        TenantDatabase tenants = services.GetRequiredService<TenantDatabase>();
        await tenants.CreateAsync(Cancel);
        await tenants.AddAsync(Open(cloud, 1, "token-2"), Cancel);

        Assert.Equal(500, (await Deliver(services, 1, "wamid.1", Secret)).StatusCode);
        Assert.Empty(cloud.Customer("+16505550121").Received);
    }

    [Fact]
    public async Task TenantDatabase_RotatedSecretAndRemovedTenant_AreWhatTheWebhooksGoBy()
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: Cancel);
        await using ServiceProvider services = Services(cloud);
        TenantDatabase tenants = services.GetRequiredService<TenantDatabase>();
        await tenants.CreateAsync(Cancel);
        await tenants.AddAsync(Open(cloud, 1, "token-1"), Cancel);

        await tenants.RotateAsync("shop-1", "second", TimeSpan.FromDays(7), Cancel);
        WhatsCommerceTenant? found = await tenants.FindAsync("shop-1", Cancel);

        Assert.Equal(["second", "secret-1"], found!.AppSecrets.Select(secret => secret.Value));
        Assert.Null(found.AppSecrets[0].ValidUntil);
        Assert.NotNull(found.AppSecrets[1].ValidUntil);
        Assert.Equal("2", found.Version);
        Assert.Equal(200, (await Deliver(services, 1, "wamid.1", "second")).StatusCode);
        await tenants.RemoveAsync("shop-1", Cancel);
        Assert.Null(await tenants.FindAsync(new TenantRoute { PhoneNumberId = "701", BusinessAccountId = "501" }, Cancel));
        Assert.Empty(await tenants.ListAsync(Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task TenantClient_ScopeOfOnesOwn_IsTheClientOfTheTenantThatIsSet()
    {
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(cancellationToken: Cancel);
        await using ServiceProvider services = Services(cloud);
        await using AsyncServiceScope scope = services.CreateAsyncScope();

        Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<TenantClient>());
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(Open(cloud, 1, "token-1"));
        TenantClient client = scope.ServiceProvider.GetRequiredService<TenantClient>();
        await client.Messages.SendAsync("+16505550121", Message.Text("Hello").Build(), cancellationToken: Cancel);

        Assert.Equal("701", Assert.Single(cloud.Customer("+16505550121").Received).From.Value);
        Assert.Equal("shop-1", client.Tenant.Id);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
