using WhatsCommerce;
using WhatsCommerce.Messages;
using WhatsCommerce.Webhooks;

namespace WhatsCommerceShop;

public static class ShopApp
{
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        configure?.Invoke(builder);
        builder.AddObservability();
        builder.Services.AddWhatsCommerce(builder.Configuration.GetSection("WhatsCommerce"));
        builder.Services.AddWhatsCommerceWebhooks(builder.Configuration.GetSection("WhatsCommerce:Webhooks"))
            .UseSqlite(builder.Configuration.GetConnectionString("Shop")!)
            .Handle<OrderEvent, WhatsCommerceClient, WebhookContext>("orders", AnswerAsync);
        builder.Services.AddHealthChecks().AddWhatsCommerceWebhooks();

        WebApplication app = builder.Build();
        app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
        app.MapHealthChecks("/health");
        return app;
    }

    private static async Task AnswerAsync(
        OrderEvent order, WhatsCommerceClient whatsApp, WebhookContext context, CancellationToken cancellationToken)
    {
        // The prices come from the customer's phone: use the prices of your own catalog when money is involved.
        string lines = string.Join('\n', order.Items.Select(item => $"{item.Quantity} x {item.RetailerId}"));
        await whatsApp.Messages.SendAsync(
            order.Customer.ToRecipient(),
            Message.Text($"Got it:\n{lines}").Build(),
            // A redelivery has the same idempotency key, so the reply is sent once.
            new SendOptions { ReplyTo = order.Id, OnceKey = context.OnceKey("confirmation") },
            cancellationToken);
    }
}
