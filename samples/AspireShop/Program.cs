// A shop that runs on several instances: its tables are in PostgreSQL, and the delivery queue is in RabbitMQ if configured, otherwise in
// PostgreSQL as well. It is started by samples/AspireHost, which passes the settings.
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
string database = builder.Configuration.GetConnectionString("shop")
    ?? throw new InvalidOperationException("There is no connection string \"shop\". Start samples/AspireHost, which sets it.");
string? broker = builder.Configuration.GetConnectionString("rabbitmq");

builder.Services.AddWhatsCommerce(builder.Configuration.GetSection("WhatsCommerce"));
WhatsCommerceWebhooksBuilder webhooks = builder.Services
    .AddWhatsCommerceWebhooks(builder.Configuration.GetSection("WhatsCommerce:Webhooks"))
    .UseDeliveryQueue();
builder.Services.AddWhatsCommerceStorefront(builder.Configuration.GetSection("WhatsCommerce:Storefront"))
    .UsePostgreSql(database, options => options.MigrateAtStart = true)
    .AddPayOnDelivery();
if (broker is not null)
{
    webhooks.UseRabbitMq(broker);
}

builder.Services.AddWhatsCommerceSharedPacing();
builder.Services.AddHealthChecks().AddWhatsCommerceWebhooks();

WebApplication app = builder.Build();
app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
app.MapHealthChecks("/health");
await app.RunAsync();
