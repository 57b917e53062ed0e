using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>What became of a message, told in any order.</summary>
public sealed class MessageProgressTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", "sent", "sent")]
    [InlineData("sent", "delivered", "delivered")]
    [InlineData("delivered", "sent", "delivered")]
    [InlineData("read", "delivered", "read")]
    [InlineData("sent", "read", "read")]
    [InlineData("read", "played", "played")]
    [InlineData("played", "read", "played")]
    [InlineData("failed", "delivered", "failed")]
    [InlineData("sent", "failed", "failed")]
    [InlineData("read", "deleted", "deleted")]
    [InlineData("deleted", "read", "deleted")]
    [InlineData("read", "hologram", "read")]
    [InlineData("hologram", "sent", "sent")]
    [InlineData("hologram", "other", "hologram")]
    [InlineData("", "hologram", "hologram")]
    [InlineData("read", "", "read")]
    [InlineData("pending", "captured", "captured")]
    [InlineData("captured", "pending", "captured")]
    [InlineData("failed", "captured", "captured")]
    public void Advance_StatusAfterAnother_KeepsTheFurtherOne(string current, string next, string expected) =>
        Assert.Equal(expected, MessageStatus.Advance(new(current), new(next)).ToString());

    [Fact]
    public void Advance_KnownStatusesInAnyOrderAndRepeated_EndsTheSame()
    {
        MessageStatus[] told = [MessageStatus.Sent, MessageStatus.Delivered, MessageStatus.Read, MessageStatus.Played, MessageStatus.Read];
        Random random = new(7);
        for (int i = 0; i < 200; i++)
        {
            random.Shuffle(told);

            Assert.Equal(MessageStatus.Played, told.Aggregate(default(MessageStatus), MessageStatus.Advance));
        }
    }

    [Fact]
    public void Advance_WithTimes_KeepsWhenItGotThere()
    {
        (string Status, int Minute)[] told = [("sent", 0), ("delivered", 1), ("read", 3), ("read", 2), ("delivered", 4), ("sent", 0)];
        Random random = new(7);
        for (int i = 0; i < 200; i++)
        {
            random.Shuffle(told);

            MessageProgress progress =
                told.Aggregate(default(MessageProgress), (so, next) => so.Advance(new(next.Status), Noon.AddMinutes(next.Minute)));

            Assert.Equal(new MessageProgress(MessageStatus.Read, Noon.AddMinutes(2)), progress);
        }
    }

    [Fact]
    public void Advance_TwoUnknownStatuses_KeepsTheLater()
    {
        MessageProgress later = default(MessageProgress).Advance(new("first"), Noon).Advance(new("second"), Noon.AddMinutes(1));

        Assert.Equal("second", later.Status.Value);
        Assert.Equal(later, later.Advance(new("first"), Noon));
    }

    [Fact]
    public void Advance_ByAnEvent_TakesItsStatusAndTime()
    {
        StatusEvent status = Bodies.ParseOne<StatusEvent>(Bodies.Statuses(Bodies.Status(status: "read")));

        Assert.Equal(new MessageProgress(MessageStatus.Read, status.Timestamp), default(MessageProgress).Advance(status));
    }

    [Fact]
    public void Advance_WithoutATime_TakesOneThatIsToldLater()
    {
        MessageProgress progress = default(MessageProgress).Advance(MessageStatus.Read, null);

        Assert.Equal(Noon, progress.Advance(MessageStatus.Read, Noon).Since);
        Assert.Equal(
            progress.Advance(MessageStatus.Read, Noon), progress.Advance(MessageStatus.Read, Noon).Advance(MessageStatus.Read, null));
    }
}
