using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace WhatsCommerce.Benchmarks.Queues;

/// <summary>RabbitMQ: quorum queues, which confirm what is on their disk.</summary>
/// <remarks>
/// By hand as many queues as ours, behind one exchange: what is compared is what the delivery queue adds, and not the number of queues. Which
/// events are done stands in memory: how fast a database keeps claims is measured with PostgreSQL.
/// </remarks>
internal sealed class RabbitMqEngine : QueueEngine
{
    private const string Variable = "WHATSCOMMERCE_TEST_RABBITMQ";
    private const string Ours = "measured";
    private const string Baseline = "baseline";
    private const int Partitions = 16;
    private const ushort Prefetch = 1_000;

    private static readonly ConcurrencyLimiter Unlimited = new(new() { PermitLimit = int.MaxValue });
    private IConnection? _connection;
    private IChannel? _publishing;
    private int _stored;

    public override string Prefix => "rabbit";

    public override string Name => "RabbitMQ";

    public override string Writers => $"{ConcurrentCalls.Callers} plain publishes under way, confirmed";

    public override string Consumers => "a bare consumer that acknowledges each";

    // Instances tell each other once a second that they live.
    public override TimeSpan TimeToShare => TimeSpan.FromSeconds(4);

    public override string? Missing => Environment.GetEnvironmentVariable(Variable) is null
        ? $"{Variable} is not set: run the program by eng/with-rabbitmq.sh, which starts a RabbitMQ of its own"
        : null;

    public override QueueGoals Goals { get; } = new(Stored: 0.7, Grouped: 0, Processed: 0.5, Scaling: 3.5);

    private static string Address =>
        Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException($"{Variable} is not set.");

    private static IEnumerable<string> Queues => Enumerable.Range(0, Partitions).Select(QueueOf);

    public override async Task PrepareAsync()
    {
        IChannel channel = await ChannelAsync();
        await channel.ExchangeDeclareAsync(Baseline, ExchangeType.Direct, durable: true);
        foreach (string queue in Queues)
        {
            Dictionary<string, object?> arguments = new() { ["x-queue-type"] = "quorum" };
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments);
            await channel.QueueBindAsync(queue, Baseline, queue);
        }

        await EmptyAsync();
    }

    public override void Use(WhatsCommerceWebhooksBuilder builder, int concurrency) => builder
        .UseRabbitMq(Address, options =>
        {
            options.Prefix = Ours;
            options.Partitions = Partitions;
            options.Prefetch = Prefetch;
        })
        .UseDeliveryQueue(options => options.MaxConcurrency = concurrency);

    public override async Task EmptyAsync()
    {
        _stored = 0;
        IEnumerable<string> lanes = ["messages", "statuses"];
        IEnumerable<string> ours = lanes.SelectMany(static lane => Enumerable.Range(0, Partitions).Select(
            i => string.Create(CultureInfo.InvariantCulture, $"{Ours}.{lane}.1.{i:000}")));
        foreach (string queue in (string[])[.. Queues, .. ours.SelectMany(static one => new[] { one, one + ".parked" })])
        {
            try
            {
                await (await ChannelAsync()).QueuePurgeAsync(queue);
            }
            catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == Constants.NotFound)
            {
                // The first instance makes those that are ours.
            }
        }

        await ChannelAsync();
    }

    public override Task StoreAsync(IReadOnlyList<byte[]> bodies) => ConcurrentCalls.RunAsync(bodies, StoreOneAsync);

    public override async Task StoreOneAsync(byte[] body)
    {
        int number = Interlocked.Increment(ref _stored);
        BasicProperties properties = new() { DeliveryMode = DeliveryModes.Persistent };
        await _publishing!.BasicPublishAsync(Baseline, QueueOf(number % Partitions), mandatory: true, properties, body);
    }

    public override async Task ConsumeAsync()
    {
        TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int left = Interlocked.Exchange(ref _stored, 0);
        if (left == 0)
        {
            return;
        }

        await using IChannel channel = await _connection!.CreateChannelAsync();
        await channel.BasicQosAsync(0, Prefetch, global: false);
        AsyncEventingBasicConsumer consumer = new(channel);
        consumer.ReceivedAsync += async (_, received) =>
        {
            await channel.BasicAckAsync(received.DeliveryTag, multiple: false);
            if (--left == 0)
            {
                all.TrySetResult();
            }
        };
        foreach (string queue in Queues)
        {
            await channel.BasicConsumeAsync(queue, autoAck: false, consumer);
        }

        await all.Task;
    }

    private static string QueueOf(int index) => string.Create(CultureInfo.InvariantCulture, $"{Baseline}.{index:000}");

    // A channel is closed by what the broker refuses.
    private async Task<IChannel> ChannelAsync()
    {
        _connection ??= await new ConnectionFactory { Uri = new(Address) }.CreateConnectionAsync();
        if (_publishing is not { IsOpen: true })
        {
            _publishing = await _connection.CreateChannelAsync(new CreateChannelOptions(
                publisherConfirmationsEnabled: true,
                publisherConfirmationTrackingEnabled: true,
                outstandingPublisherConfirmationsRateLimiter: Unlimited));
        }

        return _publishing;
    }
}
