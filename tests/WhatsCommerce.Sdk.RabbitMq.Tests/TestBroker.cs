using System.Text;
using RabbitMQ.Client;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.RabbitMq.Tests;

/// <summary>Names of their own in a real RabbitMQ, whose queues go away with the test.</summary>
internal sealed class TestBroker : IAsyncDisposable
{
    /// <summary>Names the broker; <c>eng/with-rabbitmq.sh dotnet test ...</c> starts one and sets it.</summary>
    public const string Variable = "WHATSCOMMERCE_TEST_RABBITMQ";

    // The more, the longer the broker takes to declare them.
    public const int Partitions = 2;

    private readonly string _uri;
    private readonly List<RabbitMqDeliveryQueue> _opened = [];
    private IConnection? _connection;

    private TestBroker(string uri)
    {
        _uri = uri;
        Prefix = $"test-{Guid.NewGuid():N}";
        Names = new(Prefix);
    }

    public string Prefix { get; }

    public BrokerNames Names { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Skips the running test where there is no RabbitMQ.</summary>
    public static TestBroker Require()
    {
        string? given = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(
            string.IsNullOrEmpty(given),
            $"Skipped: {Variable} names no RabbitMQ. Run the tests with: eng/with-rabbitmq.sh dotnet test "
                + "--project tests/WhatsCommerce.Sdk.RabbitMq.Tests");
        return new(given!);
    }

    public RabbitMqOptions Options(Action<RabbitMqOptions>? configure = null)
    {
        // A busy broker takes its time: this only ends what hangs.
        RabbitMqOptions options = new()
        {
            ConnectionString = _uri,
            Prefix = Prefix,
            Partitions = Partitions,
            ConfirmTimeout = TimeSpan.FromMinutes(2),
        };
        configure?.Invoke(options);
        return options;
    }

    /// <summary>Opens an instance.</summary>
    public RabbitMqDeliveryQueue Open(
        Action<RabbitMqOptions>? configure = null, TimeProvider? time = null, IDeadLetterStore? deadLetters = null)
    {
        RabbitMqDeliveryQueue queue = new(Options(configure), deadLetters is null ? null : () => deadLetters, time);
        _opened.Add(queue);
        return queue;
    }

    public Task<IConnection> ConnectAsync() => new ConnectionFactory { Uri = new Uri(_uri) }.CreateConnectionAsync(CancellationToken.None);

    public async Task<IChannel> OpenChannelAsync()
    {
        if (_connection is not { IsOpen: true })
        {
            _connection = await ConnectAsync();
        }

        return await _connection.CreateChannelAsync(cancellationToken: CancellationToken.None);
    }

    /// <summary>Returns how many messages wait in a lane, which nobody has received.</summary>
    public async Task<long> CountAsync(DeliveryLane lane, Generation generation)
    {
        await using IChannel channel = await OpenChannelAsync();
        long count = 0;
        foreach (Partition partition in generation.Of(lane))
        {
            count += await channel.MessageCountAsync(Names.Queue(partition), Cancel);
        }

        return count;
    }

    public static QueuedEvent Event(Guid conversation, string text, DeliveryLane lane = DeliveryLane.Messages, long tenant = 7) => new()
    {
        Conversation = conversation,
        Tenant = tenant,
        Lane = lane,
        EventId = Guid.NewGuid(),
        EndpointName = "",
        Body = Encoding.UTF8.GetBytes(text),
    };

    public static ConversationOutcome DoneWith(ConversationLease lease) => new() { Done = [.. lease.Events.Select(one => one.Sequence)] };

    public static string TextOf(LeasedEvent leased) => Encoding.UTF8.GetString(leased.Body.Span);

    public static string TextOf(ConversationLease lease) => string.Join(' ', lease.Events.Select(TextOf));

    public async ValueTask DisposeAsync()
    {
        Generation[] generations = [.. _opened.SelectMany(one => one.Generations).Distinct()];
        foreach (RabbitMqDeliveryQueue queue in _opened)
        {
            await queue.DisposeAsync();
        }

        if (generations.Length > 0)
        {
            await using IChannel channel = await OpenChannelAsync();
            foreach (Partition partition in generations.SelectMany(one => Enum.GetValues<DeliveryLane>().SelectMany(one.Of)))
            {
                await channel.QueueDeleteAsync(Names.Queue(partition), cancellationToken: CancellationToken.None);
                await channel.QueueDeleteAsync(Names.Parked(partition), cancellationToken: CancellationToken.None);
            }

            await channel.QueueDeleteAsync(Names.Dead, cancellationToken: CancellationToken.None);
            await channel.QueueDeleteAsync(Names.Record, cancellationToken: CancellationToken.None);
            IEnumerable<string> ofLanes = Enum.GetValues<DeliveryLane>()
                .SelectMany(lane => generations.Select(one => Names.Ring(lane, one.Number)).Append(Names.Lane(lane)));
            foreach (string exchange in ofLanes.Append(Names.Dead).Append(Names.Members))
            {
                await channel.ExchangeDeleteAsync(exchange, cancellationToken: CancellationToken.None);
            }
        }

        if (_connection is { } connection)
        {
            await connection.DisposeAsync();
        }
    }
}
