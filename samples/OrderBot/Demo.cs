using System.Globalization;
using System.Text.RegularExpressions;
using WhatsCommerce;
using WhatsCommerce.Testing;

namespace OrderBot;

/// <summary>Plays a customer through the shop and prints what both sides see; fails when anything is not as it should be.</summary>
internal static partial class Demo
{
    public static async Task<int> PlayAsync(IServiceProvider services, CloudApiEmulator cloud)
    {
        Orders orders = services.GetRequiredService<Orders>();
        SentMessages sent = services.GetRequiredService<SentMessages>();
        EmulatedCustomer pablo = cloud.Customer("+16505551234", name: "Pablo");
        Transcript transcript = new(pablo.Name, cloud);

        transcript.Begin("A customer walks through the corner shop. Everything runs on this machine; no Meta account is involved.");

        transcript.Customer("Hello, what do you have today?");
        await pablo.SendTextAsync("Hello, what do you have today?");
        await transcript.ShopAsync(pablo);

        // The customer's phone loads the honey's price before the shop changes it.
        cloud.Catalog.Update("honey-500g", honey => honey with { Price = new Money(6.50m, "USD") });
        pablo.LookAt("honey-500g");
        cloud.Catalog.Update("honey-500g", honey => honey with { Price = new Money(6.90m, "USD") });

        transcript.Customer("(on the page of the rye bread) Was it baked today?");
        await pablo.AskAboutAsync("rye-750g", "Was it baked today?");
        await transcript.ShopAsync(pablo);

        transcript.Customer("(sends a cart) 2 x apple-1kg, 1 x rye-750g, 3 x honey-500g: \"Please no plastic bags\"");
        await pablo.SendCartAsync([("apple-1kg", 2), "rye-750g", ("honey-500g", 3)], note: "Please no plastic bags");
        ReceivedMessage summary = await transcript.ShopAsync(pablo);
        transcript.Note($"orders placed so far: {orders.Placed.Count}");

        Uri checkout = new(Link().Match(summary.Text!).Value);
        transcript.Customer("(opens the link and checks out)");
        using (HttpClient browser = services.GetRequiredService<IHttpClientFactory>().CreateClient())
        {
            (await browser.PostAsync(checkout, new FormUrlEncodedContent([]))).EnsureSuccessStatusCode();
        }

        await transcript.ShopAsync(pablo);
        await cloud.WhenDeliveredAsync();
        transcript.Note($"orders placed: {orders.Placed.Count}, {orders.Placed.Single().Total}");
        transcript.Statuses(sent);

        bool good = sent.All.Count == 4 && sent.All.All(message => message.IsRead) && orders.Placed.Single().Total == new Money(32.48m, "USD");
        Console.WriteLine(good ? "\nEvery message was read, and the order is priced from the shelf." : "\nSomething is not as it should be; see above.");
        return good ? 0 : 1;
    }

    [GeneratedRegex("https?://[^ ]+/checkout/[0-9a-f]+")]
    private static partial Regex Link();

    /// <summary>A conversation on the console, as a person likes to read it.</summary>
    private sealed class Transcript(string customer, CloudApiEmulator cloud)
    {
        public void Begin(string line) => Console.WriteLine($"{line}\n");

        public void Customer(string line) => Console.WriteLine($"{customer,8} > {line}");

        public void Note(string line) => Console.WriteLine($"{"",8}   [{line}]\n");

        public async Task<ReceivedMessage> ShopAsync(EmulatedCustomer phone)
        {
            ReceivedMessage message = await phone.NextMessageAsync();
            string[] text = (message.Text ?? "").Split('\n');
            Console.WriteLine($"{"shop",8} < {text[0]}");
            foreach (string line in text.Skip(1).Concat(message.Products.Select(Describe)))
            {
                Console.WriteLine($"{"",8}   {line}");
            }

            Console.WriteLine();
            return message;
        }

        public void Statuses(SentMessages sent)
        {
            Console.WriteLine("What became of each message:");
            foreach (SentMessages.SentMessage message in sent.All)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {message.Kind,-13} {message.Progress,-26} {message.Id}"));
            }
        }

        private string Describe(RetailerId id) => cloud.Catalog.Find(id) is EmulatedCatalogItem item ? $"  [ {item.Title,-18} {item.Price,9} ]" : $"  [ {id} ]";
    }
}
