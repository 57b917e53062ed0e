using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.RabbitMq.Tests;

public sealed class SlotsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(16)]
    [InlineData(256)]
    public void Divide_AnyNumberOfPartitions_GivesAllNearlyTheSame(int partitions)
    {
        Partition[] all = [.. new Generation(1, partitions).Of(DeliveryLane.Messages)];

        Dictionary<Partition, int> counts = Slots.Divide(all).CountBy(one => one.Partition).ToDictionary();

        Assert.Equal(partitions, counts.Count);
        Assert.InRange(counts.Values.Max() - counts.Values.Min(), 0, 1);
        Assert.Equal(Slots.Count, Slots.Divide(all).Select(one => one.Key).Distinct().Count());
    }

    [Theory]
    [InlineData("10000000-0000-0000-0000-000000000001", "054")]
    [InlineData("f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "087")]
    public void KeyOf_AConversation_IsWhatItHasAlwaysBeen(string conversation, string key) =>
        Assert.Equal(key, Slots.KeyOf(Guid.Parse(conversation)));

    [Fact]
    public void KeyOf_ManyConversations_UsesEverySlotAboutAsOften()
    {
        Dictionary<string, int> counts = Enumerable.Range(0, 256 * 200)
            .Select(i => Slots.KeyOf(new Guid(i, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8])))
            .CountBy(key => key).ToDictionary();

        Assert.Equal(Slots.Count, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 100, 400));
    }
}
