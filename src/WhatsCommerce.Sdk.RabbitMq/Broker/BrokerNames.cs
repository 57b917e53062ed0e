using System.Globalization;

namespace WhatsCommerce.Webhooks;

/// <summary>The names of exchanges and queues.</summary>
internal sealed class BrokerNames(string prefix)
{
    /// <summary>Gets the exchange of the instances' heartbeats.</summary>
    public string Members { get; } = prefix + ".members";

    /// <summary>Gets the exchange of dead-lettered messages, and its queue.</summary>
    public string Dead { get; } = prefix + ".dead";

    /// <summary>Gets the queue with the single message that records the generations.</summary>
    public string Record { get; } = prefix + ".topology";

    /// <summary>Gets the exclusive queue that serves as a lock for changes of the topology.</summary>
    public string Lock { get; } = prefix + ".lock";

    /// <summary>Returns the exchange to which all events of a lane are published, whatever its partitions are.</summary>
    public string Lane(DeliveryLane lane) => $"{prefix}.{NameOf(lane)}";

    /// <summary>Returns the exchange that divides a lane among the partitions of a generation.</summary>
    public string Ring(DeliveryLane lane, int generation) =>
        string.Create(CultureInfo.InvariantCulture, $"{Lane(lane)}.{generation}");

    public string Queue(Partition partition) =>
        string.Create(CultureInfo.InvariantCulture, $"{Ring(partition.Lane, partition.Generation)}.{partition.Index:000}");

    public string Parked(Partition partition) => Queue(partition) + ".parked";

    private static string NameOf(DeliveryLane lane) => lane switch
    {
        DeliveryLane.Messages => "messages",
        DeliveryLane.Statuses => "statuses",
        DeliveryLane.Forwards => "forwards",
        DeliveryLane.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(lane), lane, "There is no such lane."),
    };
}
