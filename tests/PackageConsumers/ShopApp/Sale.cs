using System.Net;
using System.Net.Sockets;
using WhatsCommerce;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;

namespace Sales;

/// <summary>A shop with one provider sells one cart: in the chat, on the provider's page, and back on its own page.</summary>
internal sealed class Sale(CloudApiEmulator cloud, LocalProvider provider)
{
    private readonly TaskCompletionSource<OrderPlaced> _placed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isGood = true;

    /// <summary>Opens the shop, sells, and closes it.</summary>
    /// <returns>The exit code: 0 when all was as it should be.</returns>
    public async Task<int> PlayAsync(Action<WhatsCommerceStorefrontBuilder> addProvider)
    {
        Uri address = new($"http://127.0.0.1:{FreePort()}");
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        builder.Services.AddWhatsCommerce(cloud.Configure);
        builder.Services.AddWhatsCommerceWebhooks(options =>
        {
            options.AppSecrets.Add(cloud.AppSecret);
            options.VerifyToken = cloud.VerifyToken;
        });
        addProvider(builder.Services
            .AddWhatsCommerceStorefront(options =>
            {
                options.PublicAddress = new Uri(address, "/shop");
                options.AllowTestPayments = true;
            })
            .On<OrderPlaced>("book", (placed, cancellationToken) =>
            {
                _placed.TrySetResult(placed);
                return Task.CompletedTask;
            }));

        await using WebApplication app = builder.Build();
        app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
        app.MapWhatsCommerceStorefront("/shop");
        cloud.Catalog.Add("apple-1kg", "Apples, 1 kg", new Money(3.49m, "USD"));
        CancellationToken stopping = app.Lifetime.ApplicationStopping;
        await app.StartAsync(stopping);
        await cloud.ConnectWebhookAsync(new Uri(address, "/webhooks/whatsapp"), stopping);
        provider.Webhooks.Connect(new Uri(address, $"/shop/webhooks/{provider.Name}"));

        using (HttpClient browser = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient())
        {
            await SellAsync(browser);
        }

        await app.StopAsync(CancellationToken.None);
        return _isGood ? 0 : 1;
    }

    private async Task SellAsync(HttpClient browser)
    {
        Money total = new(6.98m, "USD");
        EmulatedCustomer pablo = cloud.Customer("+16505551234", name: "Pablo");
        await pablo.SendCartAsync([("apple-1kg", 2)]);
        ReceivedMessage offer = await pablo.NextMessageAsync(TimeSpan.FromMinutes(2));
        Check("the cart is answered with its price", offer.Text?.Contains(total.ToString(), StringComparison.Ordinal) == true);
        LocalCheckout checkout = provider.Checkouts.Single();
        Check(
            "and with a button that opens the provider's page",
            offer.Kind == "interactive.cta_url" && LinkOf(offer) == checkout.Page.AbsoluteUri);

        checkout.Pay();
        string page = await browser.GetStringAsync(checkout.ReturnAddress);
        Check("the shop's page thanks", page.Contains("Thank you!", StringComparison.Ordinal));

        OrderPlaced placed = await _placed.Task.WaitAsync(TimeSpan.FromMinutes(2));
        Check("the order is placed", placed.Total == total);
        Check("the customer is told its number", await IsToldAsync(pablo, placed.OrderNumber));
        Check(
            "the provider has charged once, and exactly that",
            provider.Ledger.Charges.Select(charge => charge.Amount).SequenceEqual([total]));
    }

    // What is approved and not captured yet is told as a payment on its way, by whoever is first to see it.
    private static async Task<bool> IsToldAsync(EmulatedCustomer customer, string orderNumber)
    {
        const int MostMessages = 3;
        for (int i = 0; i < MostMessages; i++)
        {
            ReceivedMessage message = await customer.NextMessageAsync(TimeSpan.FromMinutes(2));
            if (message.Text?.Contains(orderNumber, StringComparison.Ordinal) == true)
            {
                return true;
            }
        }

        return false;
    }

    private static string? LinkOf(ReceivedMessage message) => message.Json
        .GetProperty("interactive").GetProperty("action").GetProperty("parameters").GetProperty("url").GetString();

    // The providers are told the address before the app listens.
    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Check(string what, bool holds)
    {
        Console.WriteLine($"{(holds ? "ok     " : "WRONG  ")} {what}");
        _isGood &= holds;
    }
}
