using System.Text.RegularExpressions;
using Samples;
using WhatsCommerce;
using WhatsCommerce.Testing;
using WhatsCommerce.Webhooks;

namespace OrderBot;

/// <summary>Simulates a customer in the shop and prints what both sides see; returns 1 when the result is not as expected.</summary>
internal static partial class Demo
{
    public static async Task<int> PlayAsync(IServiceProvider services, CloudApiEmulator cloud)
    {
        Orders orders = services.GetRequiredService<Orders>();
        SentMessages sent = services.GetRequiredService<SentMessages>();
        EmulatedCustomer pablo = cloud.Customer("+16505551234", name: "Pablo");

        Console.WriteLine("A customer walks through the corner shop. Everything runs on this machine; no Meta account is involved.\n");

        Transcript.Customer(pablo, "Hello, what do you have today?");
        await pablo.SendTextAsync("Hello, what do you have today?");
        await Transcript.ShopAsync(pablo, cloud);

        // The customer's phone loads the honey's price before the shop changes it.
        cloud.Catalog.Update("honey-500g", honey => honey with { Price = new Money(6.50m, "USD") });
        pablo.LookAt("honey-500g");
        cloud.Catalog.Update("honey-500g", honey => honey with { Price = new Money(6.90m, "USD") });

        Transcript.Customer(pablo, "(on the page of the rye bread) Was it baked today?");
        await pablo.AskAboutAsync("rye-750g", "Was it baked today?");
        await Transcript.ShopAsync(pablo, cloud);

        Transcript.Customer(pablo, "(sends a cart) 2 x apple-1kg, 1 x rye-750g, 3 x honey-500g: \"Please no plastic bags\"");
        await pablo.SendCartAsync([("apple-1kg", 2), "rye-750g", ("honey-500g", 3)], note: "Please no plastic bags");
        ReceivedMessage summary = await Transcript.ShopAsync(pablo, cloud);
        Transcript.Note($"orders placed so far: {orders.Placed.Count}");

        Uri checkout = new(Link().Match(summary.Text!).Value);
        Transcript.Customer(pablo, "(opens the link and checks out)");
        using (HttpClient browser = services.GetRequiredService<IHttpClientFactory>().CreateClient())
        {
            (await browser.PostAsync(checkout, new FormUrlEncodedContent([]))).EnsureSuccessStatusCode();
        }

        await Transcript.ShopAsync(pablo, cloud);
        await cloud.WhenDeliveredAsync();
        Transcript.Note($"orders placed: {orders.Placed.Count}, {orders.Placed.Single().Total}");
        sent.Print();

        bool good = sent.Progress.Count == 4
            && sent.Progress.Values.All(progress => progress.Status == MessageStatus.Read)
            && orders.Placed.Single().Total == new Money(32.48m, "USD");
        Console.WriteLine(
            good ? "\nEvery message was read, and the order is priced from the shelf." : "\nSomething is not as it should be; see above.");
        return good ? 0 : 1;
    }

    [GeneratedRegex("https?://[^ ]+/checkout/[0-9a-f]+", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Link();
}
