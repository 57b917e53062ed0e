// A shop that runs on several instances: deliveries wait in PostgreSQL, and so does everything else that is durable. It is started by
// samples/AspireHost, which gives it the settings.
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
string database = builder.Configuration.GetConnectionString("shop")
    ?? throw new InvalidOperationException("There is no connection string \"shop\". Start samples/AspireHost, which sets it.");

builder.Services.AddWhatsCommerce(builder.Configuration.GetSection("WhatsCommerce"));
builder.Services.AddWhatsCommerceWebhooks(builder.Configuration.GetSection("WhatsCommerce:Webhooks")).UseDeliveryQueue();
builder.Services.AddWhatsCommerceStorefront(builder.Configuration.GetSection("WhatsCommerce:Storefront"))
    .UsePostgreSql(database, options => options.MigrateAtStart = true)
    .AddPayOnDelivery();
builder.Services.AddWhatsCommerceSharedPacing();
builder.Services.AddHealthChecks().AddWhatsCommerceWebhooks();

WebApplication app = builder.Build();
app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
app.MapHealthChecks("/health");
await app.RunAsync();
