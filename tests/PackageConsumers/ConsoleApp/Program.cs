// A console app that sends through the registration and looks whether the message arrived. Exit code 0 says that it did.
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce;
using WhatsCommerce.Messages;
using WhatsCommerce.Testing;

await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync();
cloud.Catalog
    .Add("apple-1kg", "Apples, 1 kg", new Money(3.49m, "USD"))
    .Add("banana-1kg", "Bananas, 1 kg", new Money(1.99m, "USD"));
EmulatedCustomer customer = cloud.Customer("+16505551234");
await customer.SendTextAsync("Hi!");

CountingHandler counting = new();
ServiceCollection services = new();
services
    .AddWhatsCommerce(options =>
    {
        options.PhoneNumberId = cloud.Options.PhoneNumberId;
        options.AccessToken = cloud.Options.AccessToken;
        options.BaseAddress = cloud.BaseAddress;
    })
    .AddHttpMessageHandler(() => counting);
await using ServiceProvider provider = services.BuildServiceProvider();
WhatsCommerceClient client = provider.GetRequiredService<WhatsCommerceClient>();

ProductListMessage picks =
    Message.ProductList(cloud.Catalog.Id).Header("Fresh today").Body("Pick").Section("Fruit", "apple-1kg", "banana-1kg").Build();
SendOptions once = new() { OnceKey = "welcome" };
MessageReceipt receipt = await client.Messages.SendAsync("+16505551234", picks, once);
MessageReceipt again = await client.Messages.SendAsync("+16505551234", picks, once);

ReceivedMessage arrived = await customer.NextMessageAsync();
Console.WriteLine(
    $"sent {receipt.Id} through {counting.Requests} request, arrived: {arrived.Kind} with {string.Join(", ", arrived.Products)}");

bool good = arrived.Id == receipt.Id
    && again == receipt
    && arrived.Kind == "interactive.product_list"
    && arrived.Products.SequenceEqual(["apple-1kg", "banana-1kg"])
    && counting.Requests == 1;
Console.WriteLine(good ? "The message arrived as it was sent." : "WRONG: the message did not arrive as it was sent.");
return good ? 0 : 1;

internal sealed class CountingHandler : DelegatingHandler
{
    public int Requests { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        return base.SendAsync(request, cancellationToken);
    }
}
