using Microsoft.Extensions.Options;
using WhatsCommerce;
using WhatsCommerce.Messages;
using WhatsCommerce.Webhooks;

namespace CornerShop;

/// <summary>Answers customers: with the products, or with the priced cart.</summary>
/// <remarks>A failed handler is retried. The idempotency key of each send ensures that a message is sent only once.</remarks>
public sealed class ShopAssistant(
    WhatsCommerceClient whatsApp,
    Orders orders,
    WebhookContext context,
    IOptions<WhatsCommerceOptions> account,
    IOptions<ShopOptions> shop) : IWebhookHandler<TextEvent>, IWebhookHandler<OrderEvent>
{
    public Task HandleAsync(TextEvent text, CancellationToken cancellationToken)
    {
        ProductListMessageBuilder list = Message.ProductList(account.Value.CatalogId)
            .Header("Fresh today")
            .Body("Welcome to the corner shop! Tap to look around, and send us your cart.");
        foreach (IGrouping<string, Product> section in Shelf.Sections)
        {
            list.Section(section.Key, section.Select(product => product.Id));
        }

        return AnswerAsync(text, list.Build(), "greeting", cancellationToken);
    }

    public Task HandleAsync(OrderEvent cart, CancellationToken cancellationToken)
    {
        Order order = orders.Offer(cart);
        Uri page = new(shop.Value.PublicAddress, $"/checkout/{order.Link}");
        string next = order.Total.Length == 0
            ? "Nothing is left to order."
            : $"Total: *{order.Total}*\n\nNothing is ordered yet. Check out here: {page}";
        return AnswerAsync(cart, Message.Text($"*Your cart*\n{order.Lines}\n{next}").Build(), "summary", cancellationToken);
    }

    private Task<MessageReceipt> AnswerAsync(
        MessageEvent asked, OutboundMessage answer, string purpose, CancellationToken cancellationToken) =>
        whatsApp.Messages.SendAsync(
            asked.Customer.ToRecipient(),
            answer,
            new SendOptions { ReplyTo = asked.Id, OnceKey = context.OnceKey(purpose) },
            cancellationToken);
}
