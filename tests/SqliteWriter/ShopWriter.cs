using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Webhooks;

namespace SqliteWriter;

/// <summary>Receives carts as the webhook does: the cart, its event and the completion of the claim in one transaction.</summary>
internal static class ShopWriter
{
    public static async Task RunAsync(string connectionString, int carts)
    {
        ServiceCollection services = new();
        services.AddWhatsCommerceWebhooks(static options => options.AppSecrets.Add("0123456789abcdef"));
        services.AddWhatsCommerceStorefrontCore(static _ => { }).UseSqlite(connectionString).AddCarts();
        await using ServiceProvider app = services.BuildServiceProvider();
        IWebhookStore claims = app.GetRequiredService<IWebhookStore>();
        IStorefrontStore store = app.GetRequiredService<IStorefrontStore>();
        for (int i = 0; i < carts; i++)
        {
            string number = i.ToString(CultureInfo.InvariantCulture);
            WebhookClaim claim = await claims.TryBeginAsync(
                new($"/messages/message/1/wamid.{number}", "storefront.carts"), TimeSpan.FromMilliseconds(1));
            if (claim.State == WebhookClaimState.Claimed)
            {
                await store.CommitAsync(Step(number, claim));
            }

            Console.WriteLine($"cart {number} 0");
            Console.Out.Flush();
        }
    }

    private static StorefrontStep Step(string number, WebhookClaim claim)
    {
        const string Body = """{"messages":[{"id":"wamid.A","from":"16505550123","type":"text","text":{"body":"Apples?"}}]}""";
        CustomerKey customer = new("pablo");
        Cart cart = new()
        {
            ShopId = "shop",
            Id = number,
            Customer = customer,
            Lines = [new CartLine { RetailerId = "apple-1kg", Quantity = 1 }],
            CreatedAt = DateTimeOffset.UnixEpoch,
            ExpiresAt = DateTimeOffset.UnixEpoch,
        };
        CartReceived received = new() { Id = number, ShopId = "shop", Customer = customer, At = cart.CreatedAt, CartId = cart.Id };
        return new StorefrontStep
        {
            ShopId = "shop",
            Carts = [cart],
            Outbox = [new OutboxRow { Event = received, Handler = "book", Customer = customer, DueAt = received.At }],
            Webhook = new WebhookContext(WebhookParser.Parse(Encoding.UTF8.GetBytes(Body)).Events[0], "", claim),
        };
    }
}
