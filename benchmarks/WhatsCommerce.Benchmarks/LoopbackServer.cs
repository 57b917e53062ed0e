using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Benchmarks.Measuring;

namespace WhatsCommerce.Benchmarks;

/// <summary>A minimal Kestrel server that answers every request like Meta answers a send.</summary>
internal static class LoopbackServer
{
    public const string Command = "serve";

    private static readonly byte[] Answer =
        """{"messaging_product":"whatsapp","contacts":[{"input":"+16505551234","wa_id":"16505551234"}],"messages":[{"id":"wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA"}]}"""u8.ToArray();

    public static Task<ServerProcess> StartAsync() => ServerProcess.StartAsync([Command]);

    public static async Task ServeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication server = builder.Build();
        server.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Answer.Length;
            await context.Response.Body.WriteAsync(Answer, context.RequestAborted);
        });
        await server.StartAsync();
        await ServerProcess.AnswerAsync(new Uri(server.Urls.First()));
    }
}
