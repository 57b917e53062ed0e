using WhatsCommerce.Messages;

namespace CornerShop;

/// <summary>Builds the app, in a method that tests can call too.</summary>
public static class ShopApp
{
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        configure?.Invoke(builder);
        string database = builder.Configuration.GetConnectionString("Shop")!;

        builder.Services.AddOptions<ShopOptions>().BindConfiguration("Shop");
        builder.Services
            .AddSingleton(new ShopDatabase(database))
            .AddSingleton<Orders>()
            .AddSingleton<MessageLog>()
            .AddSingleton<ISentMessageObserver>(services => services.GetRequiredService<MessageLog>())
            .AddSingleton<Confirmations>()
            .AddHostedService(services => services.GetRequiredService<Confirmations>());

        builder.Services.AddWhatsCommerce(builder.Configuration);
        builder.Services.AddWhatsCommerceWebhooks(builder.Configuration)
            .UseSqlite(database)
            .AddHandler<ShopAssistant>()
            .AddHandler<MessageLog>();
        builder.Services.AddHealthChecks().AddWhatsCommerceWebhooks();

        WebApplication app = builder.Build();
        app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
        app.MapHealthChecks("/health");
        app.MapCheckout();
        return app;
    }
}
