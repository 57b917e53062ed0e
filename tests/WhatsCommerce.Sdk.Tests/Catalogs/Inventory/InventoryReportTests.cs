using WhatsCommerce.Catalogs;

namespace WhatsCommerce.Sdk.Tests.Catalogs.Inventory;

public sealed class InventoryReportTests
{
    [Fact]
    public void ToString_AllAccepted_IsOneShortLine()
    {
        InventoryReport report = new() { Read = 31, Accepted = 31, Batches = 1, Elapsed = TimeSpan.FromSeconds(4.25) };

        Assert.Equal("31 read, 31 accepted, 0 rejected; 1 batch in 4.3 s.", report.ToString());
    }

    [Fact]
    public void ToString_SomeRejected_NamesTheFirst()
    {
        RejectedItem Item(long position) =>
            new() { RetailerId = $"sku-{position}", Position = position, Reasons = ["The price is missing."] };
        InventoryReport report = new()
        {
            Read = 10,
            Accepted = 6,
            Rejected = [Item(0), Item(3), Item(4), Item(9)],
            Resumed = 2,
            Batches = 2,
            Elapsed = TimeSpan.FromSeconds(2),
        };

        Assert.Equal(
            "10 read, 6 accepted, 4 rejected, 2 settled by an earlier run; 2 batches in 2 s. #0 sku-0: The price is missing. "
                + "#3 sku-3: The price is missing. #4 sku-4: The price is missing. And 1 more.",
            report.ToString());
    }
}
