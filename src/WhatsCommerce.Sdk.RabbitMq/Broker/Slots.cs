using System.Globalization;

namespace WhatsCommerce.Webhooks;

/// <summary>Divides conversations among a fixed number of slots, and slots among the partitions of a generation.</summary>
/// <remarks>
/// The slot of a conversation never changes, so that publishers need not know the partitions: the broker knows them, as bindings. The
/// broker's own consistent-hash exchange is not used, since its distribution changes after a restart.
/// </remarks>
internal static class Slots
{
    /// <summary>The number of slots, and the maximum number of partitions. It must never change.</summary>
    public const int Count = 256;

    private static readonly string[] Keys =
        [.. Enumerable.Range(0, Count).Select(slot => slot.ToString("000", CultureInfo.InvariantCulture))];

    /// <summary>Returns the routing key of a conversation. It must never change.</summary>
    public static string KeyOf(Guid conversation)
    {
        Span<byte> bytes = stackalloc byte[16];
        conversation.TryWriteBytes(bytes, bigEndian: true, out _);
        uint hash = 2166136261;
        foreach (byte one in bytes)
        {
            hash = (hash ^ one) * 16777619;
        }

        // The lowest bits of this hash depend on the lowest bits of the bytes alone.
        return Keys[(int)((hash ^ (hash >> 8) ^ (hash >> 16) ^ (hash >> 24)) % Count)];
    }

    /// <summary>Returns the routing keys with the partition of each, in equal shares.</summary>
    public static IEnumerable<(string Key, Partition Partition)> Divide(IReadOnlyList<Partition> partitions) =>
        Keys.Select((key, slot) => (key, partitions[slot * partitions.Count / Count]));
}
