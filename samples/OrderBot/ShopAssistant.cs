using WhatsCommerce;
using WhatsCommerce.Messages;
using WhatsCommerce.Webhooks;

namespace OrderBot;

/// <summary>Answers customers: with the shelf, with a product, with the price of what they put into the cart.</summary>
internal sealed partial class ShopAssistant(
    WhatsCommerceClient whatsApp, Shop shop, Orders orders, SentMessages sent, ILogger<ShopAssistant> logger)
{
    public Task GreetAsync(TextEvent text, CancellationToken ct)
    {
        ProductListMessageBuilder list = Message.ProductList(shop.CatalogId)
            .Header("Fresh today")
            .Body("Welcome to the corner shop! Tap to look around, ask about anything, and send us your cart.")
            .Footer("Open until 8 pm");
        foreach (IGrouping<string, Product> section in Shop.Products.GroupBy(product => product.Section))
        {
            list.Section(section.Key, section.Select(product => product.Id));
        }

        return SendAsync(text.Customer.ToRecipient(), list.Build(), new() { ReplyTo = text.Id, CallbackData = "greeting" }, ct);
    }

    public Task AnswerAsync(ProductQuestionEvent question, CancellationToken ct)
    {
        SendOptions reply = new() { ReplyTo = question.Id, CallbackData = "answer" };
        OutboundMessage answer = Shop.Find(question.RetailerId) is Product product
            ? Message.Product(shop.CatalogId, product.Id).Body($"{product.Title}: came in this morning, {product.Price}.").Footer("Ask us anything else").Build()
            : Message.Text("That one is no longer on our shelf. Write to us and we show you what is.").Build();
        return SendAsync(question.Customer.ToRecipient(), answer, reply, ct);
    }

    public async Task SummarizeAsync(OrderEvent order, CancellationToken ct)
    {
        PricedOrder priced = Shop.Price(order);
        string link = orders.Offer(priced);
        await SendAsync(priced.Customer, Message.Text(Summary(priced, link)).Build(), new() { ReplyTo = order.Id, CallbackData = "summary" }, ct);
    }

    public Task ConfirmAsync(PricedOrder order, CancellationToken ct) => SendAsync(
        order.Customer,
        Message.Text($"Thank you! Your order of *{order.Total}* is placed; we are packing it now.").Build(),
        new() { ReplyTo = order.Id, CallbackData = "confirmation" },
        ct);

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
            // Customers write as much as they like; a message holds so much.
            text.Add($"Your note: {string.Concat(order.Note.EnumerateRunes().Take(500))}");
        }

        text.Add(order.Lines.Count == 0 ? "Nothing is left to order." : $"Total: *{order.Total}*\n\nNothing is ordered yet. Check out here: {link}");
        return string.Join('\n', text);
    }

    private async Task SendAsync(Recipient to, OutboundMessage message, SendOptions options, CancellationToken ct)
    {
        // Meta delivers at least once: what was answered is not answered again.
        if (sent.HasAnswered(options))
        {
            return;
        }

        try
        {
            MessageReceipt receipt = await whatsApp.Messages.SendAsync(to, message, options, ct);
            sent.Add(receipt.Id, message.Kind);
        }
        catch (SendOutcomeUnknownException exception)
        {
            // It may have been sent. Failing here would bring the delivery again, and the customer perhaps a second message.
            LogOutcomeUnknown(exception, message.Kind);
        }

        sent.Answered(options);
    }

    [LoggerMessage(1, LogLevel.Error, "A {Kind} may or may not have been sent; a status with its callback data will tell")]
    private partial void LogOutcomeUnknown(Exception exception, string kind);
}
