using System.Net;
using System.Net.Sockets;
using WhatsCommerce;
using WhatsCommerce.Emulator;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;

namespace FullShop;

/// <summary>Replaces Meta and the payment providers on this machine, so that the shop sells without any account.</summary>
internal sealed class LocalWorld : IAsyncDisposable
{
    private const int Port = 5080;

    private const string PhonePath = "/phone";

    private const string InboxPath = "/inbox";

    private LocalWorld(CloudApiEmulator cloud, LocalPayments payments, ShopClock clock, Uri address) =>
        (Cloud, Payments, Clock, Address) = (cloud, payments, clock, address);

    public CloudApiEmulator Cloud { get; }

    public LocalPayments Payments { get; }

    public ShopClock Clock { get; }

    /// <summary>The address of the shop: its pages, its office, and the simulated phone of its customers.</summary>
    public Uri Address { get; }

    /// <summary>The address of the phone page.</summary>
    public Uri Phone => new(Address, PhonePath);

    /// <summary>The address of the inbox.</summary>
    public Uri Inbox => new(Address, InboxPath);

    public static async Task<LocalWorld> StartAsync(WebApplicationBuilder builder, bool isDemo)
    {
        ShopClock clock = new();
        CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(new() { TimeProvider = clock });
        LocalPayments payments = await LocalPayments.StartAsync(new()
        {
            Stripe = new() { TimeProvider = clock },
            PayPal = new() { TimeProvider = clock },
            Razorpay = null,
        });
        LocalWorld world = new(cloud, payments, clock, FreeAddress(isDemo ? 0 : Port));
        builder.Services.AddSingleton<TimeProvider>(clock);
        LocalAgent.Add(builder.Services);

        // The same configuration keys that real accounts use.
        WhatsCommerceOptions options = cloud.Options;
        builder.Configuration.AddInMemoryCollection(payments.Configuration());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["WhatsCommerce:BaseAddress"] = options.BaseAddress.ToString(),
            ["WhatsCommerce:AccessToken"] = options.AccessToken,
            ["WhatsCommerce:PhoneNumberId"] = options.PhoneNumberId,
            ["WhatsCommerce:CatalogId"] = options.CatalogId,
            ["WhatsCommerce:BusinessAccountId"] = options.BusinessAccountId,
            ["WhatsCommerce:Webhooks:AppSecrets:0"] = cloud.AppSecret,
            ["WhatsCommerce:Webhooks:VerifyToken"] = cloud.VerifyToken,
            ["WhatsCommerce:Storefront:PublicAddress"] = new Uri(world.Address, "/shop").ToString(),
            ["WhatsCommerce:Storefront:AllowTestPayments"] = "true",
            ["WhatsCommerce:Storefront:PollInterval"] = "00:00:01",
            ["WhatsCommerce:Storefront:Stripe:AllowTestKeys"] = "true",
            ["WhatsCommerce:Storefront:PayPal:AllowTestKeys"] = "true",
        });
        payments.AddTrust(builder.Services);
        builder.WebHost.UseUrls(world.Address.ToString());
        Shelf.Fill(cloud.Catalog, world.Address);
        cloud.Number.VerifiedName = "The corner shop";
        return world;
    }

    /// <summary>Connects the webhooks once the shop listens.</summary>
    public async Task OpenAsync(Storefront shop)
    {
        // Without quiet hours, so that turning the clock by an hour sends a reminder even at night.
        await shop.Recovery.ConfigureAsync(static settings => settings with { QuietUntil = settings.QuietFrom });
        await Cloud.ConnectWebhookAsync(new Uri(Address, "/webhooks/whatsapp"));
        Payments.ConnectWebhooks(new Uri(Address, "/shop/webhooks/"));
    }

    public async ValueTask DisposeAsync()
    {
        await Payments.DisposeAsync();
        await Cloud.DisposeAsync();
    }

    /// <summary>Serves the phone page at the shop's own address; the local Cloud API itself is only called by the shop.</summary>
    public void Use(WebApplication app) => app.UseEmulatorPage(Cloud, PhonePath);

    /// <summary>Maps the pages for the shop's staff, for this machine only.</summary>
    public void MapPeople(WebApplication app)
    {
        app.MapPictures();
        app.MapOffice(this);
        app.MapWhatsCommerceInbox(InboxPath).RequireAuthorization();
    }

    // Providers need the return URL before the shop listens, so the port is chosen first: a fixed one, so that the address stays the same,
    // or any free one if it is in use.
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
