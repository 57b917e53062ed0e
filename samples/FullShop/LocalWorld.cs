using System.Net;
using System.Net.Sockets;
using WhatsCommerce;
using WhatsCommerce.Emulator;
using WhatsCommerce.Testing;

namespace FullShop;

/// <summary>Replaces Meta and the payment providers on this machine, so that the shop sells without any account.</summary>
internal sealed class LocalWorld : IAsyncDisposable
{
    private const int Port = 5080;

    private const string PhonePath = "/phone";

    private LocalWorld(CloudApiEmulator cloud, LocalPayments payments, Uri address) =>
        (Cloud, Payments, Address) = (cloud, payments, address);

    public CloudApiEmulator Cloud { get; }

    public LocalPayments Payments { get; }

    /// <summary>Where the shop listens: its pages, its office, and the phone of its customers.</summary>
    public Uri Address { get; }

    /// <summary>Where the phone is.</summary>
    public Uri Phone => new(Address, PhonePath);

    public static async Task<LocalWorld> StartAsync(WebApplicationBuilder builder, bool isDemo)
    {
        CloudApiEmulator cloud = await CloudApiEmulator.StartAsync();
        LocalPayments payments = await LocalPayments.StartAsync(new() { Razorpay = null });
        LocalWorld world = new(cloud, payments, FreeAddress(isDemo ? 0 : Port));

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

    /// <summary>Shows the phone at the shop's own address; the local Cloud API itself is what the shop calls, and nobody opens.</summary>
    public void Use(WebApplication app) => app.UseEmulatorPage(Cloud, PhonePath);

    // Providers are told where customers come back to before the shop listens. A fixed port, so that the address stays the same from run to
    // run; any free one if it is in use.
    private static Uri FreeAddress(int port)
    {
        using TcpListener listener = new(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return new Uri($"http://{listener.LocalEndpoint}");
        }
        catch (SocketException) when (port != 0)
        {
            return FreeAddress(0);
        }
    }
}
