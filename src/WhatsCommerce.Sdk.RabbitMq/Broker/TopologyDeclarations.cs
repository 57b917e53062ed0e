using RabbitMQ.Client.Exceptions;

namespace WhatsCommerce.Webhooks;

/// <summary>Declares exchanges and queues, or checks whether they exist.</summary>
internal sealed class TopologyDeclarations(IChannel channel, BrokerNames names, RabbitMqOptions options)
{
    // From version 4 on the broker dead-letters a message after 20 returns, and a rebalance returns all unfinished ones.
    private const int MostReturns = 1_000_000;

    private static readonly DeliveryLane[] Lanes = Enum.GetValues<DeliveryLane>();

    /// <summary>Declares everything that exists once.</summary>
    public async ValueTask DeclareCommonAsync(CancellationToken cancellationToken)
    {
        await DeclareExchangeAsync(names.Members, ExchangeType.Fanout, cancellationToken).ConfigureAwait(false);
        await DeclareExchangeAsync(names.Dead, ExchangeType.Fanout, cancellationToken).ConfigureAwait(false);
        await DeclareQueueAsync(names.Dead, Arguments(isPartition: false), cancellationToken).ConfigureAwait(false);
        await DeclareQueueAsync(names.Record, Arguments(isPartition: false), cancellationToken).ConfigureAwait(false);
        if (options.DeclareTopology)
        {
            await channel.QueueBindAsync(names.Dead, names.Dead, "", cancellationToken: cancellationToken).ConfigureAwait(false);
        }

        foreach (DeliveryLane lane in Lanes)
        {
            await DeclareExchangeAsync(names.Lane(lane), ExchangeType.Fanout, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Declares the partitions of a generation; nothing is published to them yet.</summary>
    public async ValueTask DeclareAsync(Generation generation, CancellationToken cancellationToken)
    {
        foreach (DeliveryLane lane in Lanes)
        {
            string ring = names.Ring(lane, generation.Number);
            await DeclareExchangeAsync(ring, ExchangeType.Direct, cancellationToken).ConfigureAwait(false);
            Partition[] partitions = [.. generation.Of(lane)];
            foreach (Partition partition in partitions)
            {
                // The response comes after those to the bindings, which are not awaited.
                await BindAsync(ring, partition, partitions, cancellationToken).ConfigureAwait(false);
                await DeclareQueueAsync(names.Parked(partition), Arguments(isPartition: true), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Switches publishing to a generation, and away from the others.</summary>
    /// <remarks>
    /// First binds the one, then unbinds the others: events that are published in between go to both, and run once because of their claims.
    /// The other way round they would go nowhere.
    /// </remarks>
    public async ValueTask SwitchAsync(Generation to, IEnumerable<Generation> from, CancellationToken cancellationToken)
    {
        foreach (DeliveryLane lane in Lanes)
        {
            await channel.ExchangeBindAsync(names.Ring(lane, to.Number), names.Lane(lane), "", cancellationToken: cancellationToken)
                .ConfigureAwait(false);
            foreach (Generation former in from)
            {
                string ring = names.Ring(lane, former.Number);
                await channel.ExchangeUnbindAsync(ring, names.Lane(lane), "", cancellationToken: cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask BindAsync(
        string ring, Partition partition, IReadOnlyList<Partition> partitions, CancellationToken cancellationToken)
    {
        string queue = names.Queue(partition);
        await DeclareQueueAsync(queue, Arguments(isPartition: true), cancellationToken).ConfigureAwait(false);
        if (!options.DeclareTopology)
        {
            return;
        }

        foreach ((string key, _) in Slots.Divide(partitions).Where(one => one.Partition == partition))
        {
            await channel.QueueBindAsync(queue, ring, key, arguments: null, noWait: true, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask DeclareExchangeAsync(string name, string type, CancellationToken cancellationToken)
    {
        if (options.DeclareTopology)
        {
            await channel.ExchangeDeclareAsync(name, type, durable: true, autoDelete: false, cancellationToken: cancellationToken)
                .ConfigureAwait(false);
            return;
        }

        try
        {
            await channel.ExchangeDeclarePassiveAsync(name, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            throw Missing("exchange", name, exception);
        }
    }

    private async ValueTask DeclareQueueAsync(string name, Dictionary<string, object?> arguments, CancellationToken cancellationToken)
    {
        try
        {
            if (options.DeclareTopology)
            {
                await channel.QueueDeclareAsync(
                    name, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellationToken)
                    .ConfigureAwait(false);
            }
            else
            {
                await channel.QueueDeclarePassiveAsync(name, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            throw Missing("queue", name, exception);
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == Constants.PreconditionFailed)
        {
            throw new InvalidOperationException(
                $"The queue \"{name}\" exists with other arguments. QuorumSize must be what it was when the queue was declared, and nobody "
                + "else may declare queues with this prefix.", exception);
        }
    }

    private Dictionary<string, object?> Arguments(bool isPartition)
    {
        Dictionary<string, object?> arguments = new(StringComparer.Ordinal)
        {
            ["x-queue-type"] = "quorum",
            ["x-delivery-limit"] = MostReturns,
        };
        if (options.QuorumSize is { } size)
        {
            arguments["x-quorum-initial-group-size"] = size;
        }

        if (isPartition)
        {
            arguments["x-single-active-consumer"] = true;
            arguments["x-dead-letter-exchange"] = names.Dead;

            // Dead-lettered messages must not be lost on their way either.
            arguments["x-dead-letter-strategy"] = "at-least-once";
            arguments["x-overflow"] = "reject-publish";
        }

        return arguments;
    }

    private static InvalidOperationException Missing(string what, string name, Exception exception) => new(
        $"The {what} \"{name}\" does not exist. Let an instance with DeclareTopology = true declare the topology first.", exception);
}
