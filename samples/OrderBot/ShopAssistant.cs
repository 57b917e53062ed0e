using WhatsCommerce;
using WhatsCommerce.Messages;
using WhatsCommerce.Webhooks;

namespace OrderBot;

/// <summary>Answers customers: with the list of products, with a single product, or with the priced cart.</summary>
internal sealed partial class ShopAssistant(
    WhatsCommerceClient whatsApp, Shop shop, Orders orders, SentMessages sent, ILogger<ShopAssistant> logger)
{
    public Task GreetAsync(TextEvent text, string onceKey, CancellationToken ct)
    {
        ProductListMessageBuilder list = Message.ProductList(shop.CatalogId)
            .Header("Fresh today")
            .Body("Welcome to the corner shop! Tap to look around, ask about anything, and send us your cart.")
            .Footer("Open until 8 pm");
        foreach (IGrouping<string, Product> section in Shop.Products.GroupBy(product => product.Section))
        {
            list.Section(section.Key, section.Select(product => product.Id));
        }

        return SendAsync(text.Customer.ToRecipient(), list.Build(), new() { ReplyTo = text.Id, OnceKey = onceKey }, ct);
    }

    public Task AnswerAsync(ProductQuestionEvent question, string onceKey, CancellationToken ct)
    {
        OutboundMessage answer = Shop.Find(question.RetailerId) is Product product
            ? Message.Product(shop.CatalogId, product.Id)
                .Body($"{product.Title}: came in this morning, {product.Price}.")
                .Footer("Ask us anything else")
                .Build()
            : Message.Text("That one is no longer on our shelf. Write to us and we show you what is.").Build();
        return SendAsync(question.Customer.ToRecipient(), answer, new() { ReplyTo = question.Id, OnceKey = onceKey }, ct);
    }

    public async Task SummarizeAsync(OrderEvent order, string onceKey, CancellationToken ct)
    {
        PricedOrder priced = Shop.Price(order);
        string link = orders.Offer(priced);
        await SendAsync(priced.Customer, Message.Text(Summary(priced, link)).Build(), new() { ReplyTo = order.Id, OnceKey = onceKey }, ct);
    }

    public async Task ConfirmAsync(PricedOrder order, CancellationToken ct)
    {
        TextMessage thanks = Message.Text($"Thank you! Your order of *{order.Total}* is placed; we are packing it now.").Build();
        try
        {
            await SendAsync(order.Customer, thanks, new() { ReplyTo = order.Id, OnceKey = $"confirmation of {order.Id}" }, ct);
        }
        catch (OutcomeUnknownException exception)
        {
            // The order is placed in any case. A status webhook resolves the outcome; the key prevents that the message is sent twice.
            LogOutcomeUnknown(exception);
        }
    }

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

    // Meta delivers at least once, and a handler that failed runs again. The idempotency key ensures that a message is still sent once.
    private async Task SendAsync(Recipient to, OutboundMessage message, SendOptions options, CancellationToken ct)
    {
        MessageReceipt receipt = await whatsApp.Messages.SendAsync(to, message, options, ct);
        sent.Add(receipt.Id, message.Kind);
    }

    [LoggerMessage(1, LogLevel.Error, "A confirmation may or may not have been sent; its status will show whether it was")]
    private partial void LogOutcomeUnknown(Exception exception);
}
