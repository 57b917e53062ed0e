using WhatsCommerce.Catalogs;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>Reviews of the local Cloud API are watched.</summary>
public class ReviewTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Watch_VerdictsOfTheReviewer_ComeAsChanges()
    {
        await using ClientAndCloud shop = await ClientAndCloud.StartAsync();
        shop.Cloud.Catalog.Add("apple", "Apples", new Money(3m, "USD")).Add("knife", "Knife", new Money(9m, "USD"));
        await using IAsyncEnumerator<ReviewChange> changes = shop.Client.Catalogs.Reviews
            .WatchAsync(new ReviewWatchOptions { IncludeCurrent = true, Interval = TimeSpan.FromSeconds(2) }, Stop)
            .GetAsyncEnumerator(Stop);

        Assert.Equal("Approved: apple: approved", await NextAsync(changes));
        Assert.Equal("Approved: knife: approved", await NextAsync(changes));

        shop.Cloud.Reviews.Reject("knife", "WEAPONS");
        Assert.Equal("Rejected: knife: rejected (WEAPONS)", await NextAsync(changes));
        Assert.NotNull(changes.Current.Review.AppealUrl);

        // Somebody appealed in Commerce Manager; meanwhile Meta throttles.
        shop.Cloud.Faults.Next(EmulatedFault.CatalogThrottled());
        shop.Cloud.Reviews.Approve("knife");
        Assert.Equal("Approved: knife: approved", await NextAsync(changes));

        shop.Cloud.Catalog.Add("pear", "Pears", new Money(3m, "USD"));
        Assert.Equal("Approved: pear: approved", await NextAsync(changes));
        Assert.True(changes.Current.IsNew);

        shop.Cloud.Catalog.Remove("apple");
        Assert.Equal("Removed: apple: approved", await NextAsync(changes));
    }

    [Fact]
    public async Task ListFlagged_RejectedItem_IsListedAlone()
    {
        await using ClientAndCloud shop = await ClientAndCloud.StartAsync();
        shop.Cloud.Catalog.Add("apple", "Apples", new Money(3m, "USD")).Add("knife", "Knife", new Money(9m, "USD"));
        shop.Cloud.Reviews.Reject("knife", "WEAPONS");

        ProductReview flagged =
            Assert.Single(await shop.Client.Catalogs.Reviews.ListFlaggedAsync(cancellationToken: Stop).ToListAsync(Stop));

        Assert.Equal("knife", flagged.RetailerId.Value);
        Assert.Equal(ReviewStatus.Rejected, flagged.Capabilities["WHATSAPP"]);
        Assert.Equal("knife", (await shop.Client.Catalogs.Reviews.FindAsync("knife", cancellationToken: Stop))?.RetailerId.Value);
    }

    private static async Task<string> NextAsync(IAsyncEnumerator<ReviewChange> changes) =>
        await changes.MoveNextAsync() ? changes.Current.ToString() : "the end";
}
