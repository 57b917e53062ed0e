using RabbitMQ.Client.Exceptions;

namespace WhatsCommerce.Webhooks;

/// <summary>The partitions from which this instance receives: opens, maintains and closes them. One task at a time changes it.</summary>
internal sealed class ReceivedPartitions(ReceiverServices services)
{
    private readonly Dictionary<Partition, PartitionReceiver> _receivers = [];
    private readonly HashSet<Partition> _gone = [];

    /// <summary>Gets the partitions that no longer exist, since a later generation has replaced them.</summary>
    public IReadOnlySet<Partition> Gone => _gone;

    /// <summary>Gets or sets a value indicating whether a queue is missing that should exist.</summary>
    public bool LacksQueue { get; set; }

    /// <summary>Returns the partitions that are received from. May be called by any thread.</summary>
    public IReadOnlyList<Partition> List()
    {
        lock (_receivers)
        {
            return [.. _receivers.Where(one => one.Value.ReceivesAll).Select(one => one.Key)];
        }
    }

    /// <summary>Closes the partitions of others, and opens those of this instance.</summary>
    /// <param name="connection">The connection to the broker.</param>
    /// <param name="mine">The share of this instance.</param>
    /// <param name="latest">The number of the latest generation: queues of earlier ones may be deleted.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async ValueTask ReconcileAsync(
        IConnection connection, HashSet<Partition> mine, int latest, CancellationToken cancellationToken)
    {
        foreach ((Partition partition, PartitionReceiver receiver) in _receivers)
        {
            if (!mine.Contains(partition))
            {
                receiver.Release();
                await receiver.CareAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (Partition partition in mine.Where(one => !_receivers.ContainsKey(one)))
        {
            try
            {
                PartitionReceiver opened = await PartitionReceiver.OpenAsync(services, connection, partition, cancellationToken)
                    .ConfigureAwait(false);
                lock (_receivers)
                {
                    _receivers.Add(partition, opened);
                }
            }
            catch (OperationInterruptedException exception) when (
                exception.ShutdownReason?.ReplyCode == Constants.NotFound && partition.Generation < latest)
            {
                _gone.Add(partition);
            }
            catch (Exception exception) when (connection.IsOpen && !cancellationToken.IsCancellationRequested)
            {
                // One queue without a leader must not keep the others from being received from.
                RabbitMqLog.NotReceived(services.Logger, exception, services.Names.Queue(partition));
                LacksQueue |= exception is OperationInterruptedException { ShutdownReason.ReplyCode: Constants.NotFound };
            }
        }
    }

    /// <summary>Maintains each of them, and removes those that are closed.</summary>
    public async ValueTask CareAsync(CancellationToken cancellationToken)
    {
        foreach ((Partition partition, PartitionReceiver receiver) in _receivers.ToArray())
        {
            try
            {
                await receiver.CareAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // It is closed, or looked after again in a second.
                RabbitMqLog.NotReceived(services.Logger, exception, services.Names.Queue(partition));
            }

            if (!receiver.IsOpen)
            {
                if (receiver.IsRetired)
                {
                    _gone.Add(partition);
                }

                lock (_receivers)
                {
                    _receivers.Remove(partition);
                }
            }
        }
    }

    public async ValueTask CloseAsync()
    {
        foreach (PartitionReceiver receiver in _receivers.Values)
        {
            await receiver.CloseAsync().ConfigureAwait(false);
        }
    }
}
