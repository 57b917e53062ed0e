using System.Text.Json;
using System.Text.RegularExpressions;
using WhatsCommerce;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Testing;

namespace OwnShop;

/// <summary>Plays two customers in the shop and prints what both sides see; returns 1 when the result is not as expected.</summary>
internal static partial class Demo
{
    public static async Task<int> PlayAsync(IServiceProvider services, CloudApiEmulator cloud)
    {
        Shelf shelf = services.GetRequiredService<Shelf>();
        Dictionary<RetailerId, Book> books = [];
        await foreach ((string isbn, RetailerId item) in services.GetRequiredService<ISkuMap>().ListAsync(CancellationToken.None))
        {
            books[item] = shelf.Find(isbn)!;
        }

        OrderBook orders = services.GetRequiredService<OrderBook>();
        using HttpClient browser = services.GetRequiredService<IHttpClientFactory>().CreateClient();
        EmulatedCustomer ines = cloud.Customer("+351912345678", name: "Ines");
        EmulatedCustomer omar = cloud.Customer("+447700900123", name: "Omar");

        Console.WriteLine("An evening at Lantern Books, which keeps its own orders, prices and checkout page. No account is involved.\n");

        await services.GetRequiredService<CatalogCheck>().TellAsync();

        Say(ines, "Good evening! Are you still open?");
        await ines.SendTextAsync("Good evening! Are you still open?");
        await HearAsync(ines, books);

        ines.LookAt("sea");
        shelf.SetPrice("9780000000026", new Money(13.50m, "EUR"));
        Note("the shop raises the price of A Year by the Sea to 13.50 EUR; the phone of Ines does not know yet");

        Say(ines, "(sends a cart) 1 x The Pocket Atlas, 2 x A Year by the Sea, 1 x Poems for the Tram");
        await ines.SendCartAsync(["atlas", ("sea", 2), "poems"]);
        Uri checkout = await HearAsync(ines, books);
        Note($"orders placed so far: {orders.Placed.Count}");

        Say(ines, "(opens the page, reads it, and presses the button twice)");
        Console.WriteLine($"{"page",8} | {Words(await browser.GetStringAsync(checkout))}\n");
        await Task.WhenAll(PressAsync(browser, checkout), PressAsync(browser, checkout));
        await HearAsync(ines, books);
        Note($"the page now: {Words(await browser.GetStringAsync(checkout))}");

        Say(omar, "(sends a cart) 1 x Poems for the Tram, 1 x Forty Loaves");
        await omar.SendCartAsync(["poems", "bread"]);
        Uri second = await HearAsync(omar, books);
        Say(omar, "(orders the rest)");
        await PressAsync(browser, second);
        await HearAsync(omar, books);

        Console.WriteLine("The shop's own order book:");
        foreach (OwnOrder order in orders.Placed)
        {
            string lines = string.Join(", ", order.Lines.Select(line => $"{line.Quantity} x {line.Book.Title}"));
            Console.WriteLine($"  {order.Number}  {order.Total,9}  {lines}");
        }

        await cloud.WhenDeliveredAsync();
        bool good = orders.Placed.Select(order => order.Total).SequenceEqual([new Money(55.30m, "EUR"), new Money(24.00m, "EUR")])
            && ines.Chat.OfType<ReceivedMessage>().Count() == 3
            && omar.Chat.OfType<ReceivedMessage>().Count() == 2;
        Console.WriteLine(good ? "\nTwo carts, two orders, each confirmed once." : "\nSomething is not as it should be; see above.");
        return good ? 0 : 1;
    }

    private static void Say(EmulatedCustomer customer, string line) => Console.WriteLine($"{customer.Name,8} > {line}");

    private static void Note(string line) => Console.WriteLine($"{"",8}   ({line})\n");

    /// <summary>Waits for the shop's next message, prints it, and returns the URL of its button if it has one.</summary>
    private static async Task<Uri> HearAsync(EmulatedCustomer customer, Dictionary<RetailerId, Book> books)
    {
        ReceivedMessage message = await customer.NextMessageAsync();
        string mark = $"{"shop",8} < ";
        foreach (string line in (message.Text ?? "").Split('\n').Concat(message.Products.Select(id => Describe(books, id))))
        {
            Console.WriteLine(mark + line);
            mark = $"{"",8}   ";
        }

        Uri address = new("about:blank");
        if (message.Kind == "interactive.cta_url")
        {
            JsonElement button = message.Json.GetProperty("interactive").GetProperty("action").GetProperty("parameters");
            address = new Uri(button.GetProperty("url").GetString()!);
            Console.WriteLine($"{"",8}   [ {button.GetProperty("display_text").GetString()} ]");
        }

        Console.WriteLine();
        return address;
    }

    private static async Task PressAsync(HttpClient browser, Uri page)
    {
        using FormUrlEncodedContent nothing = new([]);
        using HttpResponseMessage response = await browser.PostAsync(page, nothing);
        response.EnsureSuccessStatusCode();
    }

    private static string Describe(Dictionary<RetailerId, Book> books, RetailerId id) =>
        books.TryGetValue(id, out Book? book) ? $"[ {book.Title,-18} {book.Price,9} ]" : $"[ {id} ]";

    /// <summary>The visible text of a page.</summary>
    private static string Words(string html)
    {
        string body = html[html.IndexOf("<main>", StringComparison.Ordinal)..];
        return Blanks().Replace(Markup().Replace(body, " "), " ").Trim();
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Markup();

    [GeneratedRegex("\\s+", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Blanks();
}
