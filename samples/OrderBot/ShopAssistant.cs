using WhatsCommerce;
using WhatsCommerce.Messages;
using WhatsCommerce.Webhooks;

namespace OrderBot;

/// <summary>Answers customers: with the list of products, with a single product, or with the priced cart.</summary>
/// <remarks>
/// Meta delivers at least once, and a handler that failed runs again. The idempotency key of each send ensures that a message is still sent
/// once.
/// </remarks>
internal sealed class ShopAssistant(WhatsCommerceClient whatsApp, Shop shop, Orders orders, WebhookContext context)
    : IWebhookHandler<TextEvent>, IWebhookHandler<ProductQuestionEvent>, IWebhookHandler<OrderEvent>
{
    public Task HandleAsync(TextEvent text, CancellationToken cancellationToken)
    {
        ProductListMessageBuilder list = Message.ProductList(shop.CatalogId)
            .Header("Fresh today")
            .Body("Welcome to the corner shop! Tap to look around, ask about anything, and send us your cart.")
            .Footer("Open until 8 pm");
        foreach (IGrouping<string, Product> section in Shop.Products.GroupBy(product => product.Section))
        {
            list.Section(section.Key, section.Select(product => product.Id));
        }

        return AnswerAsync(text, list.Build(), "greeting", cancellationToken);
    }

    public Task HandleAsync(ProductQuestionEvent question, CancellationToken cancellationToken)
    {
        OutboundMessage answer = Shop.Find(question.RetailerId) is Product product
            ? Message.Product(shop.CatalogId, product.Id)
                .Body($"{product.Title}: came in this morning, {product.Price}.")
                .Footer("Ask us anything else")
                .Build()
            : Message.Text("That one is no longer on our shelf. Write to us and we show you what is.").Build();
        return AnswerAsync(question, answer, "answer", cancellationToken);
    }

    public Task HandleAsync(OrderEvent order, CancellationToken cancellationToken)
    {
        PricedOrder priced = Shop.Price(order);
        string link = orders.Offer(priced);
        return AnswerAsync(order, Message.Text(Summary(priced, link)).Build(), "summary", cancellationToken);
    }

    private Task<MessageReceipt> AnswerAsync(
        MessageEvent asked, OutboundMessage answer, string purpose, CancellationToken cancellationToken) =>
        whatsApp.Messages.SendAsync(
            asked.Customer.ToRecipient(),
            answer,
            new() { ReplyTo = asked.Id, OnceKey = context.OnceKey(purpose) },
            cancellationToken);

    private static string Summary(PricedOrder order, string link)
    {
        List<string> text = ["*Your cart*"];
        text.AddRange(order.Lines.Select(line => $"{line.Quantity} x {line.Product.Title}: {line.Total}"));
        if (order.Unknown.Count > 0)
        {
            text.Add($"No longer on our shelf, and left out: {order.Unknown.Count}");
        }

        text.AddRange(order.Lines.Where(line => line.Differs).Select(line =>
            $"_{line.Product.Title} is {line.Product.Price} today; your phone still showed {line.Claimed}._"));
        if (!string.IsNullOrWhiteSpace(order.Note))
        {
            // The length of a note is not limited, but the length of a message is.
            text.Add($"Your note: {string.Concat(order.Note.EnumerateRunes().Take(500))}");
        }

        text.Add(order.Lines.Count == 0
            ? "Nothing is left to order."
            : $"Total: *{order.Total}*\n\nNothing is ordered yet. Check out here: {link}");
        return string.Join('\n', text);
    }
}
