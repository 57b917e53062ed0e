using System.Runtime.InteropServices;

namespace WhatsCommerce.Webhooks;

/// <summary>A part of a lane: a queue, and one for parked events. One instance at a time receives from both.</summary>
/// <param name="Lane">The lane.</param>
/// <param name="Generation">The generation of partitions: a later one has more of them.</param>
/// <param name="Index">The number in its generation, from 0.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Partition(DeliveryLane Lane, int Generation, int Index);

/// <summary>Partitions that were created together.</summary>
/// <param name="Number">The number of the generation, from 1.</param>
/// <param name="Partitions">The number of partitions of the lanes of messages and of statuses.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Generation(int Number, int Partitions)
{
    /// <summary>Returns the partitions of a lane. That of accounts, which has little traffic, has a quarter.</summary>
    public IEnumerable<Partition> Of(DeliveryLane lane)
    {
        int number = Number;
        return Enumerable.Range(0, lane == DeliveryLane.Other ? (Partitions + 3) / 4 : Partitions)
            .Select(index => new Partition(lane, number, index));
    }
}
