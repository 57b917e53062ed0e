using RabbitMQ.Client.Exceptions;

namespace WhatsCommerce.Webhooks;

/// <summary>Declares or verifies the topology, and grows it: one instance at a time, which holds a lock in the broker.</summary>
/// <remarks>
/// All instances publish to one exchange for each lane. It is bound to the ring of the current generation, which distributes the events to
/// the partitions. More partitions are a new generation beside the former one: publishing is switched over, each queue of the former one
/// gets a last message, and its receiver deletes it after that message. Nobody receives from the new queues of a lane before the last
/// former one is deleted. So no event overtakes an earlier one of its conversation.
/// </remarks>
internal sealed class TopologyKeeper(BrokerAddress address, BrokerNames names, RabbitMqOptions options, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(100);

    // For events that were routed before the switch, and are not stored yet.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    private static readonly DeliveryLane[] Lanes = Enum.GetValues<DeliveryLane>();

    /// <summary>Prepares the topology, and continues a growth in progress.</summary>
    /// <returns>The topology.</returns>
    /// <exception cref="InvalidOperationException">Something is missing or does not match; the message says what to do.</exception>
    public async Task<Topology> PrepareAsync(CancellationToken cancellationToken)
    {
        // A separate connection: the lock is released with it, however it ends.
        IConnection connection = await address.ConnectAsync("topology", cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await LockAsync(connection, cancellationToken).ConfigureAwait(false);
            IChannel channel = await connection.CreateChannelAsync(
                new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true),
                cancellationToken).ConfigureAwait(false);
            await using (channel.ConfigureAwait(false))
            {
                return await PrepareAsync(connection, channel, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Returns the lanes whose former partitions are deleted.</summary>
    public async ValueTask<IReadOnlySet<DeliveryLane>> FindSettledAsync(
        IConnection connection, IReadOnlyList<Generation> generations, CancellationToken cancellationToken)
    {
        HashSet<DeliveryLane> settled = [];
        foreach (DeliveryLane lane in Lanes)
        {
            bool isLeft = false;
            foreach (Partition partition in generations.SkipLast(1).SelectMany(one => one.Of(lane)))
            {
                if (await ExistsAsync(connection, names.Queue(partition), cancellationToken).ConfigureAwait(false))
                {
                    isLeft = true;
                    break;
                }
            }

            if (!isLeft)
            {
                settled.Add(lane);
            }
        }

        return settled;
    }

    private async ValueTask<Topology> PrepareAsync(
        IConnection connection, IChannel channel, CancellationToken cancellationToken)
    {
        TopologyDeclarations declarations = new(channel, names, options);
        await declarations.DeclareCommonAsync(cancellationToken).ConfigureAwait(false);
        TopologyRecord record = new(channel, names.Record);
        (IReadOnlyList<Generation> generations, int prefetch) = await record.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (generations.Count == 0)
        {
            generations = options.DeclareTopology ? [new(1, options.Partitions)] : throw new InvalidOperationException(
                $"Nobody has declared the topology of \"{options.Prefix}\" yet: let an instance with DeclareTopology = true do it first.");
        }

        generations = await RetireAsync(connection, channel, generations, cancellationToken).ConfigureAwait(false);
        if (options.DeclareTopology && generations is [var only] && only.Partitions < options.Partitions)
        {
            RabbitMqLog.Grows(logger, only.Partitions, options.Partitions);
            generations = [only, new(only.Number + 1, options.Partitions)];
        }

        // Some queues of a former generation are already deleted, and must stay so.
        await declarations.DeclareAsync(generations[^1], cancellationToken).ConfigureAwait(false);
        Topology prepared = new(generations, Math.Max(prefetch, options.Prefetch));
        await record.WriteAsync(prepared, cancellationToken).ConfigureAwait(false);
        if (options.DeclareTopology)
        {
            await declarations.SwitchAsync(generations[^1], generations.SkipLast(1), cancellationToken).ConfigureAwait(false);
            if (generations.Count > 1)
            {
                await Task.Delay(Settling, TimeProvider.System, cancellationToken).ConfigureAwait(false);
                await EndAsync(connection, channel, generations.SkipLast(1), cancellationToken).ConfigureAwait(false);
            }
        }

        return prepared;
    }

    /// <summary>Removes the generations whose queues are deleted from the record.</summary>
    private async ValueTask<IReadOnlyList<Generation>> RetireAsync(
        IConnection connection, IChannel channel, IReadOnlyList<Generation> generations, CancellationToken cancellationToken)
    {
        if (generations.Count == 1 || !options.DeclareTopology
            || (await FindSettledAsync(connection, generations, cancellationToken).ConfigureAwait(false)).Count < Lanes.Length)
        {
            return generations;
        }

        foreach (Generation former in generations.SkipLast(1))
        {
            foreach (DeliveryLane lane in Lanes)
            {
                string ring = names.Ring(lane, former.Number);
                await channel.ExchangeDeleteAsync(ring, cancellationToken: cancellationToken).ConfigureAwait(false);
            }
        }

        return [generations[^1]];
    }

    /// <summary>Sends the last message to each queue that a former generation still has; repeating it is harmless.</summary>
    private async ValueTask EndAsync(
        IConnection connection, IChannel channel, IEnumerable<Generation> former, CancellationToken cancellationToken)
    {
        foreach (Partition partition in former.SelectMany(one => Lanes.SelectMany(one.Of)))
        {
            if (await ExistsAsync(connection, names.Queue(partition), cancellationToken).ConfigureAwait(false))
            {
                try
                {
                    await channel.BasicPublishAsync(
                        "",
                        names.Queue(partition),
                        mandatory: true,
                        BrokerMessage.WriteOwn(BrokerMessage.End, Guid.NewGuid(), time.GetUtcNow().ToUnixTimeMilliseconds()),
                        ReadOnlyMemory<byte>.Empty,
                        cancellationToken).ConfigureAwait(false);
                }
                catch (PublishException exception) when (exception.IsReturn)
                {
                    // Deleted since the check.
                }
            }
        }
    }

    private async ValueTask LockAsync(IConnection connection, CancellationToken cancellationToken)
    {
        while (true)
        {
            IChannel channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            try
            {
                await channel.QueueDeclareAsync(
                    names.Lock, durable: false, exclusive: true, autoDelete: false, cancellationToken: cancellationToken)
                    .ConfigureAwait(false);
                return;
            }
            catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == Constants.ResourceLocked)
            {
                await channel.DisposeAsync().ConfigureAwait(false);
            }

            await Task.Delay(LockPause, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Checks whether a queue exists, on a separate channel: the broker closes it when there is none.</summary>
    private static async ValueTask<bool> ExistsAsync(IConnection connection, string queue, CancellationToken cancellationToken)
    {
        IChannel channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (channel.ConfigureAwait(false))
        {
            try
            {
                await channel.QueueDeclarePassiveAsync(queue, cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == Constants.NotFound)
            {
                return false;
            }
        }
    }
}
