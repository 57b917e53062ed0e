using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WhatsCommerce.Benchmarks.Pacing;

/// <summary>A server that takes every message and says when it came.</summary>
internal sealed class ArrivalServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    private ArrivalServer(WebApplication server) => _server = server;

    public Uri Address => new(_server.Urls.First());

    public static async Task<ArrivalServer> StartAsync(Action arrived)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        WebApplication server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.Run(async context =>
        {
            arrived();
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(
                """{"messaging_product":"whatsapp","contacts":[{"input":"1","wa_id":"1"}],"messages":[{"id":"wamid.1"}]}""");
        });
        await server.StartAsync();
        return new(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
