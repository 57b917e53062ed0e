using OrderBot;
using WhatsCommerce.Messages;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

// If no Meta account is configured, a local Cloud API replaces Meta.
await using LocalCloud? cloud = await LocalCloud.StartWithoutAccountAsync(builder, args);

builder.Services
    .AddSingleton<Shop>()
    .AddSingleton<Orders>()
    .AddSingleton<SentMessages>()
    .AddSingleton<ISentMessageObserver>(services => services.GetRequiredService<SentMessages>())
    .AddSingleton<Confirmations>()
    .AddHostedService(services => services.GetRequiredService<Confirmations>());

builder.Services.AddWhatsCommerce(builder.Configuration.GetSection("WhatsCommerce"));
builder.Services.AddWhatsCommerceWebhooks(builder.Configuration.GetSection("WhatsCommerce:Webhooks"))
    .AddHandler<ShopAssistant>()
    .AddHandler<SentMessages>();

WebApplication app = builder.Build();
app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
app.MapCheckout();

if (cloud is not null)
{
    return await cloud.RunAsync(app);
}

await app.RunAsync();
return 0;
