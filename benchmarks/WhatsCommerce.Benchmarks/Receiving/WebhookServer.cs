using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Benchmarks;

/// <summary>
/// A Kestrel that takes signed deliveries, in a process of its own on a core of its own: either ours, with everything that a shop gets
/// unless it says otherwise and a handler that does nothing, or the bare one, which reads the body, computes the HMAC and answers 200.
/// </summary>
internal sealed class WebhookServer : IAsyncDisposable
{
    public const string Command = "serve-webhooks";
    public const string Secret = "9f3c51aa7be24dd0b1e8c5d7f60a4e12";
    public const string Path = "/webhooks/whatsapp";

    private readonly Process _process;

    private WebhookServer(Process process, IPEndPoint address)
    {
        _process = process;
        Address = address;
    }

    public IPEndPoint Address { get; }

    public static async Task<WebhookServer> StartAsync(bool bare, int core)
    {
        Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Command, bare ? "bare" : "ours"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,

            // With a core of its own the server does not share its collector's threads with anybody either.
            Environment = { ["DOTNET_PROCESSOR_COUNT"] = "1" },
        })!;
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            process.ProcessorAffinity = 1 << core;
        }

        string port = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        return new(process, new IPEndPoint(IPAddress.Loopback, int.Parse(port, NumberStyles.None, CultureInfo.InvariantCulture)));
    }

    /// <summary>What the process does: serves until its standard input is closed, which the end of the parent does too.</summary>
    public static async Task ServeAsync(bool bare)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
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
        Console.WriteLine(new Uri(server.Urls.First()).Port);
        await Console.In.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
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
