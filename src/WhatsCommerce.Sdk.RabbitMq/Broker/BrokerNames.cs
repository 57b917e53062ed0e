using System.Globalization;

namespace WhatsCommerce.Webhooks;

/// <summary>The names of exchanges and queues.</summary>
internal sealed class BrokerNames(string prefix)
{
    /// <summary>Gets the exchange through which instances tell each other that they live.</summary>
    public string Members { get; } = prefix + ".members";

    /// <summary>Gets the exchange, and its queue, of what the broker gave up.</summary>
    public string Dead { get; } = prefix + ".dead";

    /// <summary>Gets the queue of one message that says which generations there are.</summary>
    public string Record { get; } = prefix + ".topology";

    /// <summary>Gets the exclusive queue that whoever changes the topology holds.</summary>
    public string Lock { get; } = prefix + ".lock";

    /// <summary>Returns the exchange into which everything of a lane is published, whatever its partitions are.</summary>
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
