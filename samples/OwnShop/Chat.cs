using WhatsCommerce;
using WhatsCommerce.Messages;
using WhatsCommerce.Storefronts;

namespace OwnShop;

/// <summary>Sends messages to customers with the client of the SDK.</summary>
internal sealed class Chat(
    WhatsCommerceClient whatsApp,
    Storefront shop,
    ISkuMap skus,
    OrderBook orders,
    Shelf shelf,
    CheckoutLinks links,
    IConfiguration configuration)
{
    /// <summary>Sends the products that the catalog can show and the shelf has in stock: the map assigns ISBNs to items.</summary>
    public async Task GreetAsync(Recipient to, string onceKey, CancellationToken ct)
    {
        IReadOnlyList<CatalogProduct> items = await shop.Catalog.ListAsync(new CatalogQuery { Limit = 30 }, ct);
        RetailerId[] books =
        [
            .. items.Where(item => item.GetObstacles() == OfferObstacles.None && shelf.Find(item.OwnId) is { InStock: > 0 })
                .OrderBy(item => shelf.Find(item.OwnId)!.Title, StringComparer.Ordinal)
                .Select(item => item.RetailerId),
        ];
        OutboundMessage greeting = books.Length == 0
            ? Message.Text("Good evening! We are still unpacking; please come back in a minute.").Build()
            : Message.ProductList(configuration["WhatsCommerce:CatalogId"])
                .Header("Lantern Books")
                .Body("Good evening! This is what we have on the shelf. Send us your cart, and we put it aside.")
                .Section("Books", books)
                .Build();
        await SendAsync(to, greeting, onceKey, ct);
    }

    /// <summary>
    /// Creates an order from a cart and sends its summary. Idempotent: a repeated event finds the same order and sends nothing.
    /// </summary>
    public async Task AnswerCartAsync(CartReceived received, CancellationToken ct)
    {
        if (await shop.Carts.GetAsync(received.CartId, ct) is not Cart cart)
        {
            return;
        }

        IReadOnlyDictionary<RetailerId, string> isbns = await skus.GetOwnIdsAsync([.. cart.Lines.Select(line => line.RetailerId)], ct);
        OwnOrder order = orders.Enter(cart, isbns);
        OutboundMessage answer = order.Lines.Count == 0
            ? Message.Text(Summary(order)).Build()
            : Message.CallToAction("Look and order", links.Of(order)).Body(Summary(order)).Build();
        await SendAsync(order.To, answer, $"summary {received.Id}", ct);
    }

    public Task ConfirmAsync(OwnOrder order, CancellationToken ct) => SendAsync(
        order.To,
        Message.Text($"Thank you! Order *{order.Number}* is placed: {order.Total}, to be paid when we hand it over.").Build(),
        $"confirmation {order.Number}",
        ct);

    private static string Summary(OwnOrder order)
    {
        List<string> text = [$"*Order {order.Number}*"];
        text.AddRange(order.Lines.Select(line => $"{line.Quantity} x {line.Book.Title}: {line.Total}"));
        text.AddRange(order.Lines.Where(line => line.PriceDiffers).Select(line =>
            $"_{line.Book.Title} is {line.Book.Price} now; your phone still showed {line.Shown}._"));
        text.AddRange(order.Missing.Select(book => $"Left out, since we do not have it: {book}"));
        text.Add(order.Lines.Count == 0 ? "There is nothing left to order." : $"Total: *{order.Total}*");
        return string.Join('\n', text);
    }

    private async Task SendAsync(Recipient to, OutboundMessage message, string onceKey, CancellationToken ct)
    {
        try
        {
            await whatsApp.Messages.SendAsync(to, message, new SendOptions { OnceKey = onceKey }, ct);
        }
        catch (OnceKeyReusedException)
        {
            // An earlier run already sent the message.
        }
    }
}
