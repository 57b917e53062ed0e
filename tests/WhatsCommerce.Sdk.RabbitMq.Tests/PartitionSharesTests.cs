using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.RabbitMq.Tests;

public sealed class PartitionSharesTests
{
    private static readonly Partition[] Partitions =
        [.. Enum.GetValues<DeliveryLane>().SelectMany(lane => new Generation(1, 16).Of(lane))];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(20)]
    public void Divide_AnyNumberOfInstances_GivesEachPartitionToOneAndNearlyTheSameToAll(int count)
    {
        Guid[] members = [.. Enumerable.Range(0, count).Select(_ => Guid.NewGuid())];

        Dictionary<Guid, HashSet<Partition>> shares = PartitionShares.Divide(members, Partitions);

        Assert.Equal(Partitions.ToHashSet(), shares.Values.SelectMany(one => one).ToHashSet());
        Assert.Equal(Partitions.Length, shares.Values.Sum(one => one.Count));
        Assert.All(Enum.GetValues<DeliveryLane>(), lane =>
        {
            int[] counts = [.. members.Select(member => shares[member].Count(one => one.Lane == lane))];
            Assert.InRange(counts.Max() - counts.Min(), 0, 1);
        });
    }

    [Fact]
    public void Divide_MembersInAnotherOrderOrTwice_ComesToTheSame()
    {
        Guid[] members = [.. Enumerable.Range(0, 5).Select(_ => Guid.NewGuid())];

        Dictionary<Guid, HashSet<Partition>> one = PartitionShares.Divide(members, Partitions);
        Dictionary<Guid, HashSet<Partition>> other = PartitionShares.Divide([.. members.Reverse(), members[2]], Partitions.Reverse());

        Assert.All(members, member => Assert.Equal(one[member], other[member]));
    }

    [Fact]
    public void Divide_OneMoreJoins_LeavesMostWhereTheyAre()
    {
        Guid[] members = [.. Enumerable.Range(1, 4).Select(i => new Guid(i, 0, 0, new byte[8]))];

        Dictionary<Guid, HashSet<Partition>> before = PartitionShares.Divide(members[..3], Partitions);
        Dictionary<Guid, HashSet<Partition>> after = PartitionShares.Divide(members, Partitions);

        int moved = members[..3].Sum(member => before[member].Except(after[member]).Count());
        Assert.InRange(moved, 1, Partitions.Length / 2);
    }

    [Fact]
    public void Divide_NoInstance_GivesNothing() => Assert.Empty(PartitionShares.Divide([], Partitions));
}
