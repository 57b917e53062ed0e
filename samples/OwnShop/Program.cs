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

// What this shop has had for years: its prices, its stock, its order book, its checkout page.
builder.Services
    .AddSingleton<Shelf>()
    .AddSingleton<OrderBook>()
    .AddSingleton<CheckoutLinks>()
    .AddSingleton<Chat>();

builder.Services.AddWhatsCommerce(builder.Configuration.GetSection("WhatsCommerce"));
builder.Services.AddWhatsCommerceWebhooks(builder.Configuration.GetSection("WhatsCommerce:Webhooks"))
    .Handle<TextEvent, Chat, WebhookContext>(
        "greeting", (text, chat, context, ct) => chat.GreetAsync(text.Customer.ToRecipient(), context.OnceKey("greeting"), ct));

// The only part of the storefront that it takes: carts are stored, and told of at least once and in each customer's order.
builder.Services.AddWhatsCommerceStorefrontCore(builder.Configuration.GetSection("WhatsCommerce:Storefront"))
    .AddCarts()
    .On<CartReceived, Chat>("own orders", (received, chat, ct) => chat.AnswerCartAsync(received, ct));

WebApplication app = builder.Build();
app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
app.MapCheckout();

if (cloud is null)
{
    await app.RunAsync();
    return 0;
}

await app.StartAsync();
await cloud.OpenAsync(new Uri(app.Urls.First()), app.Services.GetRequiredService<Shelf>());
if (demo)
{
    int result = await Demo.PlayAsync(app.Services, cloud);
    await app.StopAsync();
    return result;
}

cloud.Customer("+351912345678", name: "Ines Duarte");
Console.WriteLine($"""

    Lantern Books is open. Be its customer: the phone is at {cloud.BaseAddress}
    Say hello, and send a cart; orders are placed on the shop's own page at {app.Urls.First()}.
    No Meta account is involved. Ctrl+C closes the shop.

    """);
await app.WaitForShutdownAsync();
return 0;
