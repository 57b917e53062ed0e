using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>Instances of an app with a delivery queue on one database, each with connections of its own.</summary>
internal sealed class QueueDatabase : IAsyncDisposable
{
    public const DeliveryLane Lane = DeliveryLane.Messages;

    private readonly List<IAsyncDisposable> _opened = [];

    private QueueDatabase(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public string Conversations => $"\"{Database.Options.Schema}\".\"queue_conversations\"";

    public string Events => $"\"{Database.Options.Schema}\".\"queue_events\"";

    /// <summary>Skips the running test where there is no PostgreSQL.</summary>
    public static QueueDatabase Require() => new(TestDatabase.Require());

    /// <summary>Starts an instance.</summary>
    /// <param name="settings">Settings of the server for its connections.</param>
    public ServiceProvider Open(string? settings = null)
    {
        NpgsqlDataSource source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Database.ConnectionString)
        {
            ApplicationName = Database.Options.Schema,
            Options = settings,
        }.ConnectionString);
        ServiceCollection services = new();
        services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add("0123456789abcdef"))
            .UsePostgreSql(source, options =>
            {
                options.Schema = Database.Options.Schema;
                options.MigrateAtStart = true;
            })
            .UseDeliveryQueue();
        ServiceProvider app = services.BuildServiceProvider();
        _opened.Add(source);
        _opened.Add(app);
        return app;
    }

    public IDeliveryQueue OpenQueue(string? settings = null) => Open(settings).GetRequiredService<IDeliveryQueue>();

    /// <summary>Moves everything that was written so far into the past, which saves waiting.</summary>
    public Task PassTimeAsync(TimeSpan time)
    {
        string past = FormattableString.Invariant($"{(long)time.TotalMilliseconds}");
        return Database.RunAsync($"""
            update {Conversations} set ready_at = ready_at - {past}, waiting_since = waiting_since - {past};
            update {Events} set received_at = received_at - {past}, due_at = due_at - {past}
            """);
    }

    public static QueuedEvent Event(Guid conversation, string text) => new()
    {
        Conversation = conversation,
        Tenant = 7,
        Lane = Lane,
        EventId = Guid.NewGuid(),
        EndpointName = "",
        Body = Encoding.UTF8.GetBytes(text),
    };

    public static ConversationOutcome DoneWith(ConversationLease lease) => new() { Done = [.. lease.Events.Select(one => one.Sequence)] };

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable one in Enumerable.Reverse(_opened))
        {
            await one.DisposeAsync();
        }

        await Database.DisposeAsync();
    }
}
