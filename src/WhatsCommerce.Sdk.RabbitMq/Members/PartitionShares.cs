using System.Numerics;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Divides partitions among instances: all of them get the same result without communication, the shares of each lane differ by at most
/// one, and few partitions move when an instance joins or leaves (rendezvous hashing).
/// </summary>
internal static class PartitionShares
{
    public static Dictionary<Guid, HashSet<Partition>> Divide(IEnumerable<Guid> members, IEnumerable<Partition> partitions)
    {
        Guid[] all = [.. members.Distinct().Order()];
        Dictionary<Guid, HashSet<Partition>> shares = all.ToDictionary(id => id, _ => new HashSet<Partition>());
        if (all.Length == 0)
        {
            return shares;
        }

        foreach (IGrouping<(DeliveryLane, int), Partition> lane in partitions.GroupBy(one => (one.Lane, one.Generation)))
        {
            Divide(all, [.. lane.OrderBy(one => one.Index)], shares);
        }

        return shares;
    }

    private static void Divide(Guid[] members, Partition[] partitions, Dictionary<Guid, HashSet<Partition>> shares)
    {
        Dictionary<Guid, int> counts = members.ToDictionary(id => id, _ => 0);
        int least = partitions.Length / members.Length;
        int larger = partitions.Length % members.Length;
        foreach (Partition partition in partitions)
        {
            // The instance with the highest score among those whose share is not complete.
            Guid owner = members.Where(id => counts[id] < least || (counts[id] == least && larger > 0))
                .MaxBy(id => (Score(id, partition), id));
            if (counts[owner] == least)
            {
                larger--;
            }

            counts[owner]++;
            shares[owner].Add(partition);
        }
    }

    // Not HashCode, which differs between processes.
    private static ulong Score(Guid member, Partition partition)
    {
        ulong hash = 14695981039346656037;
        foreach (byte one in member.ToByteArray())
        {
            hash = (hash ^ one) * 1099511628211;
        }

        hash ^= ((ulong)partition.Lane << 40) ^ ((ulong)partition.Generation << 20) ^ (ulong)partition.Index;
        hash *= 0x9E3779B97F4A7C15;
        hash ^= BitOperations.RotateRight(hash, 29);
        hash *= 0xBF58476D1CE4E5B9;
        return hash ^ (hash >> 32);
    }
}
