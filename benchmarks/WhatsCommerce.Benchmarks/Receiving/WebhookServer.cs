using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Benchmarks.Measuring;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Benchmarks.Receiving;

/// <summary>
/// A Kestrel server that receives signed deliveries, in its own process on its own core: either ours, with default settings and a handler
/// that does nothing, or the minimal one, which reads the body, computes the HMAC and answers 200.
/// </summary>
internal static class WebhookServer
{
    public const string Command = "serve-webhooks";
    public const string Bare = "bare";
    public const string Ours = "ours";
    public const string Secret = "9f3c51aa7be24dd0b1e8c5d7f60a4e12";
    public const string Path = "/webhooks/whatsapp";

    public static Task<ServerProcess> StartAsync(string kind, int core) => ServerProcess.StartAsync([Command, kind], core);

    public static async Task ServeAsync(string kind)
    {
        bool bare = kind == Bare;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        // A server idles while others are measured, and its connections must stay open.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.KeepAliveTimeout = TimeSpan.FromHours(1));
        if (!bare)
        {
            builder.Services.AddWhatsCommerceWebhooks(options =>
            {
                options.AppSecrets.Add(Secret);
                options.VerifyToken = "benchmark";
            }).Handle<MessageEvent>("nothing", static (_, _) => Task.CompletedTask);
        }

        await using WebApplication server = builder.Build();
        if (bare)
        {
            byte[] secret = Encoding.UTF8.GetBytes(Secret);
            server.MapPost(Path, context => AnswerBarelyAsync(context, secret));
        }
        else
        {
            server.MapWhatsCommerceWebhooks(Path);
        }

        await server.StartAsync();
        await ServerProcess.AnswerAsync(new Uri(server.Urls.First()));
    }

    private static async Task AnswerBarelyAsync(HttpContext context, byte[] secret)
    {
        PipeReader reader = context.Request.BodyReader;
        ReadResult result;
        while (!(result = await reader.ReadAsync(context.RequestAborted)).IsCompleted)
        {
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }

        byte[] body = result.Buffer.ToArray();
        reader.AdvanceTo(result.Buffer.End);
        string header = context.Request.Headers["X-Hub-Signature-256"].ToString();
        bool valid = CryptographicOperations.FixedTimeEquals(
            HMACSHA256.HashData(secret, body), Convert.FromHexString(header.AsSpan("sha256=".Length)));
        context.Response.StatusCode = valid ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
    }
}
