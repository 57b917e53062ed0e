using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using WhatsCommerce.Webhooks;

namespace CrashTest;

/// <summary>The app that is killed: as users build it, with handlers that write into the database what they do and when.</summary>
internal static class App
{
    public const string Secret = "0123456789abcdef0123456789abcdef";

    // Short, since what a kill left behind waits for it; long enough for a busy machine that is late with the renewal by ten seconds.
    private static readonly TimeSpan LeaseOfTests = TimeSpan.FromSeconds(15);

    public static async Task RunAsync(string database, string schema, int port, KillSwitch kill, bool hasQueue, string? rabbitMq = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(FormattableString.Invariant($"http://127.0.0.1:{port}"));
        NpgsqlConnectionStringBuilder settings = new(database)
        {
            MaxPoolSize = 20,
            MaxAutoPrepare = 20,
            Timeout = 120,
            CommandTimeout = 120,

            // The test cuts the connections of all instances.
            ApplicationName = schema
        };
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(settings.ConnectionString));
        builder.Services.AddSingleton(kill);
        builder.Services.AddSingleton(services => new Ledger(services.GetRequiredService<NpgsqlDataSource>(), schema));
        WhatsCommerceWebhooksBuilder webhooks = builder.Services
            .AddWhatsCommerceWebhooks(options =>
            {
                options.AppSecrets.Add(Secret);

                options.Lease = LeaseOfTests;
                options.WaitForOtherDelivery = TimeSpan.FromSeconds(1);
                options.MaxAttempts = 1000;
                options.MaxConcurrency = 32;
            })
            .UsePostgreSql(options =>
            {
                options.Schema = schema;
                options.MigrateAtStart = true;
            })
            .AddBehavior<BeginRecorder>()
            .AddHandler<PlainHandler>("plain")
            .AddHandler<JoinedHandler>("joined");

        if (hasQueue)
        {
            webhooks.UseDeliveryQueue(options =>
            {
                options.Lease = LeaseOfTests;
                options.RetryDelay = TimeSpan.FromMilliseconds(100);
                options.MaxRetryDelay = TimeSpan.FromSeconds(2);
                options.MaxConcurrency = 8;
            });
        }

        if (rabbitMq is not null)
        {
            string uri = Environment.GetEnvironmentVariable("WHATSCOMMERCE_TEST_RABBITMQ")
                ?? throw new InvalidOperationException("No broker is named.");
            webhooks.UseRabbitMq(uri, options =>
            {
                options.Prefix = rabbitMq;
                options.Partitions = 6;
            });
        }

        WebApplication app = builder.Build();
        app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine("ready"));
        _ = Task.Run(EndWithTheTestAsync, CancellationToken.None);
        await app.RunAsync();
    }

    // The input ends when the test does, however it did.
    public static async Task EndWithTheTestAsync()
    {
        await Console.In.ReadToEndAsync(CancellationToken.None);
        Environment.Exit(3);
    }
}

/// <summary>Writes down that a run begins, before the handler can do anything.</summary>
internal sealed class BeginRecorder(Ledger ledger, KillSwitch kill) : IWebhookBehavior
{
    public async Task HandleAsync(WebhookContext context, Func<CancellationToken, Task> next, CancellationToken cancellationToken)
    {
        await ledger.WriteAsync("begin", context, cancellationToken);
        kill.Pass("begin");

        // Some fail once, so that giving back and trying again is a part of it all.
        if (context.Attempt == 1
            && context.Event is MessageEvent message
            && message.Id.Value?.EndsWith("33", StringComparison.Ordinal) == true)
        {
            throw new InvalidOperationException("The shop is closed.");
        }

        await next(cancellationToken);
    }
}

/// <summary>Handles texts: the effect is committed first, and the completion is the store's affair.</summary>
internal sealed class PlainHandler(WebhookContext context, Ledger ledger, KillSwitch kill) : IWebhookHandler<TextEvent>
{
    public async Task HandleAsync(TextEvent webhookEvent, CancellationToken cancellationToken)
    {
        await ledger.WriteAsync("effect", context, cancellationToken);
        kill.Pass("effect");
    }
}

/// <summary>Handles orders: effect and completion are one transaction.</summary>
internal sealed class JoinedHandler(
    WebhookContext context,
    Ledger ledger,
    NpgsqlDataSource database,
    PostgreSqlWebhookStore store,
    KillSwitch kill) : IWebhookHandler<OrderEvent>
{
    public async Task HandleAsync(OrderEvent webhookEvent, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await database.OpenConnectionAsync(cancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ledger.WriteAsync("effect", context, cancellationToken, connection);
        await store.CompleteAsync(context, transaction, cancellationToken);
        kill.Pass("joined");
        await transaction.CommitAsync(cancellationToken);
        kill.Pass("committed");
    }
}
