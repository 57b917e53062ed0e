using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Benchmarks.Measuring;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Benchmarks;

/// <summary>
/// Compares sending to a loopback server with a plain HttpClient that posts the same prepared bytes and reads the answer.
/// </summary>
internal static class SendComparisons
{
    private const string Token = "EAAbenchmark";
    private const string To = "+16505551234";
    private const double TurnNanoseconds = 1_000_000;

    public static Topic Topic { get; } = new("send", ["send"], Turns: 600, Processes: 5, PrepareAsync);

    private static async Task<Stage> PrepareAsync()
    {
        ServerProcess server = await LoopbackServer.StartAsync();

        // These objects live as long as the process.
        ServiceCollection services = new();
        services.AddWhatsCommerce(options =>
        {
            options.BaseAddress = server.Address;
            options.PhoneNumberId = "106540352242922";
            options.AccessToken = Token;
        });
        MessagesClient messages = services.BuildServiceProvider().GetRequiredService<WhatsCommerceClient>().Messages;
        ProductListMessage message = Message.ProductList("146265584024623").Header("Fresh today").Body("Pick what you like")
            .Section("Fruit", "apple-1kg", "banana-1kg").Section("Bread", "rye-750g").Build();

        byte[] ready = message.ToJson(To);
        Uri endpoint = new(server.Address, "v25.0/106540352242922/messages");
        HttpClient plain = new(new SocketsHttpHandler());
        plain.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);

        return new Stage(
            [
                new(
                    "send",
                    "Send to a loopback server",
                    new Limits(1.12),
                    new ProcessSubject(PostAsync, server, TurnNanoseconds),
                    new ProcessSubject(SendAsync, server, TurnNanoseconds)),
            ],
            server);

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
