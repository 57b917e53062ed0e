using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Benchmarks;

/// <summary>Sending to a server on loopback, beside a plain HttpClient that posts the same bytes ready-made and reads the answer.</summary>
internal static class SendComparisons
{
    private const string Token = "EAAbenchmark";
    private const string To = "+16505551234";

    private static readonly byte[] Answer =
        """{"messaging_product":"whatsapp","contacts":[{"input":"+16505551234","wa_id":"16505551234"}],"messages":[{"id":"wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA"}]}"""u8.ToArray();

    public static async Task AddToAsync(ComparisonTable table)
    {
        await using WebApplication server = await StartServerAsync();
        Uri address = new(server.Urls.First() + "/");

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

    private static async Task<WebApplication> StartServerAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication server = builder.Build();
        server.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Answer.Length;
            await context.Response.Body.WriteAsync(Answer, context.RequestAborted);
        });
        await server.StartAsync();
        return server;
    }
}
