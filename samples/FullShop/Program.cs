using FullShop;
using WhatsCommerce.Storefronts;

bool demo = args.Contains("--demo");
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

// Without an access token in the configuration, Meta and the payment providers are simulated on this machine.
await using LocalWorld? world =
    builder.Configuration["WhatsCommerce:AccessToken"] is null ? await LocalWorld.StartAsync(builder, demo) : null;
using ShopFile file = new(builder.Configuration, isTemporary: demo);
IConfigurationSection section = builder.Configuration.GetSection("WhatsCommerce:Storefront");

builder.Services.AddWhatsCommerce(builder.Configuration.GetSection("WhatsCommerce"));
builder.Services.AddWhatsCommerceWebhooks(builder.Configuration.GetSection("WhatsCommerce:Webhooks"));
WhatsCommerceStorefrontBuilder shop = builder.Services.AddWhatsCommerceStorefront(section)
    .UseSqlite(file.ConnectionString)
    .AddDeliverySteps()
    .AddPayOnDelivery()
    .AddConversations()
    .AddRecovery()
    .AddReorder()
    .AddShopAssistant()
    .DefaultReply<ShopAssistant>()
    .On<ProductAsked, ShopAssistant>("questions", (asked, assistant, ct) => assistant.AnswerAsync(asked, ct))
    .On<OrderPlaced, Bookkeeping>("book", (placed, books, ct) => books.BookAsync(placed, ct));
if (section.GetSection("Stripe").Exists())
{
    shop.AddStripe(section.GetSection("Stripe"));
}

if (section.GetSection("PayPal").Exists())
{
    shop.AddPayPal(section.GetSection("PayPal"));
}

builder.Services.AddSingleton<Bookkeeping>().AddScoped<ShopAssistant>();

WebApplication app = builder.Build();
world?.Use(app);
app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
app.MapWhatsCommerceStorefront("/shop");

if (world is null)
{
    await app.RunAsync();
    return 0;
}

world.MapPeople(app);
await app.StartAsync();
await world.OpenAsync(app.Services.GetRequiredService<Storefront>());
if (demo)
{
    int result = await new Demo(app.Services, world).PlayAsync();
    await app.StopAsync();
    return result;
}

world.Cloud.Customer("+16505551234", name: "Pablo Morales");
Console.WriteLine($"""

    The corner shop is open: {world.Address}
    Be its customer: the phone is at {world.Phone}
    Be its people: the inbox is at {world.Inbox}
    Say hello, look around, send a cart and pay it, or leave it and turn the clock. Orders are kept in {file.ConnectionString}.
    No account is involved, and no money moves. Ctrl+C closes the shop.

    """);
await app.WaitForShutdownAsync();
return 0;
