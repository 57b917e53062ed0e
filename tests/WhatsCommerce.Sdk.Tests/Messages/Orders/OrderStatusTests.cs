using WhatsCommerce.Messages;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>How an order may go on, as Meta's pages of payments say.</summary>
public class OrderStatusTests
{
    private static readonly OrderStatus[] Known =
        [
            OrderStatus.Pending,
            OrderStatus.Processing,
            OrderStatus.PartiallyShipped,
            OrderStatus.Shipped,
            OrderStatus.Completed,
            OrderStatus.Canceled];

    public static TheoryData<string> UnderWay => ["processing", "partially_shipped", "shipped"];

    [Fact]
    public void CanBecome_FromPending_IsAnythingElse() => Assert.Equal(Known[1..], Known.Where(OrderStatus.Pending.CanBecome));

    [Theory, MemberData(nameof(UnderWay))]
    public void CanBecome_FromWhatIsUnderWay_IsAnythingButPending(string status) =>
        Assert.Equal(Known[1..], Known.Where(new OrderStatus(status).CanBecome));

    [Theory, InlineData("completed"), InlineData("canceled")]
    public void CanBecome_FromWhatIsFinal_IsNothing(string status)
    {
        Assert.True(new OrderStatus(status).IsFinal);
        Assert.DoesNotContain(Known, new OrderStatus(status).CanBecome);
    }

    [Fact]
    public void CanBecome_WithStatusesOfTomorrow_IsLeftToMeta()
    {
        OrderStatus tomorrow = new("out_for_delivery");

        Assert.True(OrderStatus.Shipped.CanBecome(tomorrow));
        Assert.True(tomorrow.CanBecome(OrderStatus.Completed));
        Assert.False(OrderStatus.Completed.CanBecome(tomorrow));
        Assert.False(tomorrow.IsKnown);
    }

    [Fact]
    public void CanBecome_NoStatus_IsNever() => Assert.False(OrderStatus.Pending.CanBecome(default));

    [Fact]
    public void OrderStatus_BothSpellingsOfPartiallyShipped_AreOne()
    {
        Assert.Equal(OrderStatus.PartiallyShipped, new OrderStatus("partially-shipped"));
        Assert.Equal(OrderStatus.PartiallyShipped, new OrderStatus("partially_shipped"));
        Assert.True(new OrderStatus("partially-shipped").IsKnown);
    }

    [Theory, InlineData(null), InlineData(""), InlineData(" ")]
    public void OrderStatus_Blank_IsAbsent(string? value)
    {
        Assert.False(new OrderStatus(value).HasValue);
        Assert.Equal(default, new OrderStatus(value));
        Assert.False(new OrderPaymentStatus(value).HasValue);
    }
}
