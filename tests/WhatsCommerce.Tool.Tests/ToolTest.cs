using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Emulator;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tool.Tests;

/// <summary>An emulator with its page, as the command starts it, an app that hears webhooks, and a folder.</summary>
public abstract class ToolTest : IAsyncLifetime
{
    private readonly List<WebApplication> _apps = [];
    private readonly ConcurrentQueue<WebhookEvent> _events = new();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected CloudApiEmulator Cloud { get; private set; } = null!;

    protected string Emulator => Cloud.BaseAddress.ToString();

    protected string Folder { get; } = Directory.CreateTempSubdirectory("tool").FullName;

    /// <summary>What the apps have handled.</summary>
    protected IReadOnlyCollection<WebhookEvent> Events => _events;

    /// <summary>What the apps' handler does first.</summary>
    protected Action<WebhookEvent> OnEvent { get; set; } = static _ => { };

    public async ValueTask InitializeAsync()
    {
        Cloud = await EmulatorPage.StartAsync(Options(), Token);
        Cloud.Catalog.Load("""[{"id":"mug","title":"Mug","price":"9.99 USD"},{"id":"pot","title":"Pot","price":"20.00 USD"}]""");
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (WebApplication app in _apps)
        {
            await app.DisposeAsync();
        }

        await Cloud.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected virtual CloudApiEmulatorOptions Options() => new();

    /// <summary>Starts an app with the SDK's endpoint.</summary>
    protected async Task<string> StartAppAsync(Action<WhatsCommerceWebhooksBuilder>? configure = null, bool isConnected = false)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WhatsCommerceWebhooksBuilder webhooks = builder.Services
            .AddWhatsCommerceWebhooks(options =>
            {
                options.AppSecrets.Add(Cloud.AppSecret);
                options.VerifyToken = Cloud.VerifyToken;
                options.MaxAttempts = 1;
            })
            .Handle<WebhookEvent>("record", (e, _) =>
            {
                OnEvent(e);
                _events.Enqueue(e);
                return Task.CompletedTask;
            });
        builder.Services.Configure<FileDeadLetterOptions>(options => options.Path = Path.Combine(Folder, "dead-letters.jsonl"));
        configure?.Invoke(webhooks);
        WebApplication app = builder.Build();
        app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
        _apps.Add(app);
        await app.StartAsync(Token);
        string address = $"{app.Urls.First()}/webhooks/whatsapp";
        if (isConnected)
        {
            await Cloud.ConnectWebhookAsync(new(address), Token);
        }

        return address;
    }

    /// <summary>Ends all apps, so that their files are free.</summary>
    protected async Task EndAppsAsync()
    {
        foreach (WebApplication app in _apps)
        {
            await app.DisposeAsync();
        }

        _apps.Clear();
    }

    /// <summary>The only event of a kind that the apps have handled, as soon as one has.</summary>
    protected async Task<TEvent> HeardAsync<TEvent>()
        where TEvent : WebhookEvent
    {
        await Patiently.Until(() => _events.OfType<TEvent>().Any(), $"The webhook told no {typeof(TEvent).Name}.");
        return Assert.Single(_events.OfType<TEvent>());
    }

    /// <summary>Writes a file into the test's folder.</summary>
    protected async Task<string> FileAsync(string name, string content)
    {
        string path = Path.Combine(Folder, name);
        await File.WriteAllTextAsync(path, content, Token);
        return path;
    }
}
