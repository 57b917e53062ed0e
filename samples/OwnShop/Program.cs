using OwnShop;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;
using WhatsCommerce.Webhooks;

bool demo = args.Contains("--demo");
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

// Without an access token in the configuration, the shop starts the local Cloud API emulator, which replaces Meta on this machine.
await using CloudApiEmulator? cloud =
    builder.Configuration["WhatsCommerce:AccessToken"] is null ? await LocalCloud.StartAsync(builder) : null;
if (demo)
{
    builder.WebHost.UseUrls("http://127.0.0.1:0");
}

// The existing parts of this shop: its prices, its stock, its order book, its checkout page.
builder.Services
    .AddSingleton<Shelf>()
    .AddSingleton<OrderBook>()
    .AddSingleton<CheckoutLinks>()
    .AddSingleton<Chat>()
    .AddSingleton<CatalogCheck>();

builder.Services.AddWhatsCommerce(builder.Configuration.GetSection("WhatsCommerce"));
builder.Services.AddWhatsCommerceWebhooks(builder.Configuration.GetSection("WhatsCommerce:Webhooks"))
    .Handle<TextEvent, Chat, WebhookContext>(
        "greeting", (text, chat, context, ct) => chat.GreetAsync(text.Customer.ToRecipient(), context.OnceKey("greeting"), ct));

// The parts of the storefront that it uses: the catalog, whose items a map assigns to the shop's own books, and carts, which are stored and
// raise events at least once, in order for each customer.
builder.Services.AddSingleton<ISkuMap>(await CatalogCheck.ReadMapAsync());
builder.Services.AddWhatsCommerceStorefrontCore(builder.Configuration.GetSection("WhatsCommerce:Storefront"))
    .AddCarts()
    .AddCatalog()
    .On<CartReceived, Chat>("own orders", (received, chat, ct) => chat.AnswerCartAsync(received, ct));

WebApplication app = builder.Build();
app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
app.MapCheckout();

await app.StartAsync();
if (cloud is null)
{
    await app.Services.GetRequiredService<CatalogCheck>().TellAsync();
    await app.WaitForShutdownAsync();
    return 0;
}

await cloud.ConnectWebhookAsync(new Uri(new Uri(app.Urls.First()), "/webhooks/whatsapp"));
if (demo)
{
    int result = await Demo.PlayAsync(app.Services, cloud);
    await app.StopAsync();
    return result;
}

await app.Services.GetRequiredService<CatalogCheck>().TellAsync();
cloud.Customer("+351912345678", name: "Ines Duarte");
Console.WriteLine($"""

    Lantern Books is open. Be its customer: the phone is at {cloud.BaseAddress}
    Say hello, and send a cart; orders are placed on the shop's own page at {app.Urls.First()}.
    No Meta account is involved. Ctrl+C closes the shop.

    """);
await app.WaitForShutdownAsync();
return 0;
