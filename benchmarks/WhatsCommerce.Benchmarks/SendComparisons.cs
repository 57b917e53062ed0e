using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Benchmarks;

/// <summary>Sending to a server on loopback, beside a plain HttpClient that posts the same bytes ready-made and reads the answer.</summary>
internal static class SendComparisons
{
    private const string Token = "EAAbenchmark";
    private const string To = "+16505551234";

    public static async Task AddToAsync(ComparisonTable table)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync();
        Uri address = server.Address;

        ServiceCollection services = new();
        services.AddWhatsCommerce(options =>
        {
            options.BaseAddress = address;
            options.PhoneNumberId = "106540352242922";
            options.AccessToken = Token;
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        MessagesClient messages = provider.GetRequiredService<WhatsCommerceClient>().Messages;
        ProductListMessage message = Message.ProductList("146265584024623").Header("Fresh today").Body("Pick what you like")
            .Section("Fruit", "apple-1kg", "banana-1kg").Section("Bread", "rye-750g").Build();

        byte[] ready = message.ToJson(To);
        Uri endpoint = new(address, "v25.0/106540352242922/messages");
        using SocketsHttpHandler handler = new();
        using HttpClient plain = new(handler);
        plain.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);

        await table.AddAsync(new Pair("Send to a loopback server", Limit: 1.15, PostAsync, SendAsync));

        async ValueTask PostAsync()
        {
            using ByteArrayContent content = new(ready);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using HttpResponseMessage response = await plain.PostAsync(endpoint, content);
            await response.Content.ReadAsByteArrayAsync();
        }

        async ValueTask SendAsync() => await messages.SendAsync(To, message);
    }
}
