using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using WhatsCommerce;
using WhatsCommerce.Messages;
using WhatsCommerce.Webhooks;

namespace CrashTest;

/// <summary>A shop that answers each message once, and writes down what it is told of each send. It is killed around its sends.</summary>
internal static class Shop
{
    public static async Task RunAsync(string database, string schema, int port, KillSwitch kill, Uri cloud)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(FormattableString.Invariant($"http://127.0.0.1:{port}"));
        NpgsqlConnectionStringBuilder settings = new(database)
        {
            MaxPoolSize = 20,
            MaxAutoPrepare = 20,
            Timeout = 120,
            CommandTimeout = 120
        };
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(settings.ConnectionString));
        builder.Services.AddSingleton(kill);
        builder.Services.AddSingleton(services => new Told(services.GetRequiredService<NpgsqlDataSource>(), schema));

        // As in the template of Aspire: a handler that retries, for every HttpClient of the app.
        builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        builder.Services.AddWhatsCommerce(options =>
        {
            options.BaseAddress = cloud;
            options.PhoneNumberId = "106540352242922";
            options.AccessToken = "local-cloud-api-token";

            // Short, since what a kill left behind is held to be under way that long.
            options.Timeout = TimeSpan.FromSeconds(5);
            options.Retry.TotalTime = TimeSpan.FromSeconds(3);
            options.Retry.BaseDelay = TimeSpan.FromMilliseconds(50);
        });
        builder.Services
            .AddWhatsCommerceWebhooks(options =>
            {
                options.AppSecrets.Add(App.Secret);
                options.MaxAttempts = 12;
                options.VerifyToken = "local-cloud-api-verify-token";
                options.Lease = TimeSpan.FromSeconds(15);
                options.WaitForOtherDelivery = TimeSpan.FromSeconds(1);
                options.MaxConcurrency = 32;
            })
            .UsePostgreSql(options => options.Schema = schema)
            .AddHandler<AnsweringHandler>("answers");

        // The one of the app stands behind the one that is killed.
        builder.Services.AddSingleton<ISendLedger>(services => new KilledLedger(services.GetRequiredService<PostgreSqlSendLedger>(), kill));

        WebApplication app = builder.Build();
        app.MapWhatsCommerceWebhooks("/webhooks/whatsapp");
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine("ready"));
        _ = Task.Run(App.EndWithTheTestAsync, CancellationToken.None);
        await app.RunAsync();
    }
}

/// <summary>Answers each message, as the README says.</summary>
internal sealed class AnsweringHandler(WebhookContext context, WhatsCommerceClient whatsApp, Told told, KillSwitch kill)
    : IWebhookHandler<MessageEvent>
{
    public async Task HandleAsync(MessageEvent webhookEvent, CancellationToken cancellationToken)
    {
        string id = webhookEvent.Id.Value!;
        string onceKey = context.OnceKey("answer");
        TextMessage answer = Message.Text($"Answer to {id}").Build();
        MessageReceipt receipt;
        try
        {
            receipt = await whatsApp.Messages.SendAsync(
                webhookEvent.Customer.ToRecipient(),
                answer,
                new SendOptions { OnceKey = onceKey, ReplyTo = webhookEvent.Id },
                cancellationToken);
        }
        catch (Exception exception) when (exception is GraphException or OperationCanceledException or SendLedgerException)
        {
            string outcome = exception is OutcomeUnknownException or SendCanceledException ? "unknown" : "not_sent";
            await told.WriteAsync(id, onceKey, outcome, null);
            throw;
        }

        await told.WriteAsync(id, onceKey, "sent", receipt.Id.Value);
        kill.Pass("told");
    }
}

/// <summary>What the app was told about its sends.</summary>
internal sealed class Told(NpgsqlDataSource database, string schema)
{
    private readonly string _write = $"insert into \"{schema}\".told (id, once_key, outcome, message_id) values ($1, $2, $3, $4)";

    public async Task WriteAsync(string id, string onceKey, string outcome, string? messageId)
    {
        await using NpgsqlCommand command = database.CreateCommand(_write);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = onceKey });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = outcome });
        command.Parameters.Add(new NpgsqlParameter<string?> { TypedValue = messageId });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}

/// <summary>A ledger around which the process ends: after the intent is stored, before the receipt is, and after it.</summary>
internal sealed class KilledLedger(ISendLedger ledger, KillSwitch kill) : ISendLedger
{
    public async ValueTask<SendRecord> TryBeginAsync(SendIntent intent, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        SendRecord record = await ledger.TryBeginAsync(intent, lease, cancellationToken);
        if (record.State == SendState.Begun)
        {
            kill.Pass("intended");
        }

        return record;
    }

    public async ValueTask<bool> CompleteAsync(
        SendIntent intent, MessageId messageId, ReadOnlyMemory<byte> receipt, CancellationToken cancellationToken = default)
    {
        kill.Pass("accepted");
        bool isStored = await ledger.CompleteAsync(intent, messageId, receipt, cancellationToken);
        kill.Pass("stored");
        return isStored;
    }

    public ValueTask<bool> ReleaseAsync(SendIntent intent, CancellationToken cancellationToken = default) =>
        ledger.ReleaseAsync(intent, cancellationToken);

    public ValueTask<bool> MarkUnknownAsync(SendIntent intent, CancellationToken cancellationToken = default) =>
        ledger.MarkUnknownAsync(intent, cancellationToken);

    public ValueTask<bool> ResolveAsync(ReportedSend reported, CancellationToken cancellationToken = default) =>
        ledger.ResolveAsync(reported, cancellationToken);

    public ValueTask<bool> ResolveAsync(SendKey key, MessageId sentAs, CancellationToken cancellationToken = default) =>
        ledger.ResolveAsync(key, sentAs, cancellationToken);
}
