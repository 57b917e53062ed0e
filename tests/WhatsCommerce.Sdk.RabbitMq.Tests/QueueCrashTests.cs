using RabbitMQ.Client;
using WhatsCommerce.Sdk.PostgreSql.Tests;
using WhatsCommerce.Sdk.PostgreSql.Tests.Crashes;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.RabbitMq.Tests;

/// <summary>
/// Instances with a delivery queue on RabbitMQ are killed, and the broker itself is killed and restarted: <see cref="QueueChaos"/>. Claims
/// and effects are in PostgreSQL.
/// </summary>
[CollectionDefinition(nameof(QueueCrashTests), DisableParallelization = true)]
[Collection(nameof(QueueCrashTests))]
public sealed class QueueCrashTests(ITestOutputHelper output)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = QueueChaos.Deadline)]
    public async Task Kill_AtAnyMoment_LosesNothingKeepsTheOrderAndRunsNothingThatWasCompleted()
    {
        await using TestBroker broker = TestBroker.Require();
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await CrashLedger.CreateAsync(database);
        RabbitMqDeliveryQueue observer = broker.Open(options => options.Partitions = 6);
        await observer.StartAsync(Cancel);
        using QueueChaos chaos = new(database, output)
        {
            App = (port, point, passes) => ["rabbitmq", $"{port}", database.Options.Schema, point, $"{passes}", broker.Prefix],
            Server = TestServer.Find("WHATSCOMMERCE_TEST_RABBITMQ_PID", async () =>
            {
                await using IConnection connection = await broker.ConnectAsync();
                await using IChannel channel = await connection.CreateChannelAsync(cancellationToken: Cancel);
                await channel.QueueDeclarePassiveAsync(broker.Names.Record, Cancel);
            }),

            // What instances hold is in what they report to each other.
            WhatWaits = async () =>
            {
                IReadOnlyList<LaneDepth> depths = await observer.MeasureAsync(Cancel);
                return depths.Count == 0 ? "" : $"{string.Join(", ", depths)}; {await WaitingInTheBrokerAsync(broker, observer)}";
            },
        };

        await chaos.RunAsync();
    }

    private static async Task<string> WaitingInTheBrokerAsync(TestBroker broker, RabbitMqDeliveryQueue queue)
    {
        await using IConnection connection = await broker.ConnectAsync();
        await using IChannel channel = await connection.CreateChannelAsync(cancellationToken: Cancel);
        List<string> waiting = [];
        foreach (Partition partition in queue.Generations.SelectMany(one => Enum.GetValues<DeliveryLane>().SelectMany(one.Of)))
        {
            foreach (string name in new[] { broker.Names.Queue(partition), broker.Names.Parked(partition) })
            {
                QueueDeclareOk state = await channel.QueueDeclarePassiveAsync(name, Cancel);
                if (state.MessageCount > 0)
                {
                    waiting.Add($"{name} has {state.MessageCount} messages and {state.ConsumerCount} consumers");
                }
            }
        }

        return string.Join(", ", waiting);
    }
}
