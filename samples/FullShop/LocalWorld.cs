using System.Net;
using System.Net.Sockets;
using WhatsCommerce;
using WhatsCommerce.Emulator;
using WhatsCommerce.Testing;

namespace FullShop;

/// <summary>Replaces Meta and the payment providers on this machine, so that the shop sells without any account.</summary>
internal sealed class LocalWorld : IAsyncDisposable
{
    private const int PhonePort = 5180;

    private LocalWorld(CloudApiEmulator cloud, LocalPayments payments, Uri address) =>
        (Cloud, Payments, Address) = (cloud, payments, address);

    public CloudApiEmulator Cloud { get; }

    public LocalPayments Payments { get; }

    /// <summary>Where the shop listens.</summary>
    public Uri Address { get; }

    public static async Task<LocalWorld> StartAsync(WebApplicationBuilder builder, bool isDemo)
    {
        CloudApiEmulator cloud = await StartCloudAsync();
        LocalPayments payments = await LocalPayments.StartAsync(new() { Razorpay = null });
        LocalWorld world = new(cloud, payments, isDemo ? FreeAddress() : new Uri("http://127.0.0.1:5080"));

        // The same configuration keys that real accounts use.
        WhatsCommerceOptions options = cloud.Options;
        builder.Configuration.AddInMemoryCollection(payments.Configuration());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["WhatsCommerce:BaseAddress"] = options.BaseAddress.ToString(),
            ["WhatsCommerce:AccessToken"] = options.AccessToken,
            ["WhatsCommerce:PhoneNumberId"] = options.PhoneNumberId,
            ["WhatsCommerce:CatalogId"] = options.CatalogId,
            ["WhatsCommerce:Webhooks:AppSecrets:0"] = cloud.AppSecret,
            ["WhatsCommerce:Webhooks:VerifyToken"] = cloud.VerifyToken,
            ["WhatsCommerce:Storefront:PublicAddress"] = new Uri(world.Address, "/shop").ToString(),
            ["WhatsCommerce:Storefront:AllowTestPayments"] = "true",
            ["WhatsCommerce:Storefront:Stripe:AllowTestKeys"] = "true",
            ["WhatsCommerce:Storefront:PayPal:AllowTestKeys"] = "true",
        });
        payments.AddTrust(builder.Services);
        builder.WebHost.UseUrls(world.Address.ToString());
        Shelf.Fill(cloud.Catalog, world.Address);
        cloud.Number.VerifiedName = "The corner shop";
        return world;
    }

    /// <summary>Connects the webhooks, once the shop listens.</summary>
    public async Task OpenAsync()
    {
        await Cloud.ConnectWebhookAsync(new Uri(Address, "/webhooks/whatsapp"));
        Payments.ConnectWebhooks(new Uri(Address, "/shop/webhooks/"));
    }

    public async ValueTask DisposeAsync()
    {
        await Payments.DisposeAsync();
        await Cloud.DisposeAsync();
    }

    // Prefers a fixed port, so that the address of the page stays the same; if it is in use, takes any free port.
    private static async Task<CloudApiEmulator> StartCloudAsync()
    {
        try
        {
            return await EmulatorPage.StartAsync(new() { Port = PhonePort });
        }
        catch (IOException)
        {
            return await EmulatorPage.StartAsync();
        }
    }

    // Providers are told where customers come back to before the shop listens.
    private static Uri FreeAddress()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
    }
}
