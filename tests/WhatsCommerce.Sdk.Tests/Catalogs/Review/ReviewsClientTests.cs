using WhatsCommerce.Catalogs;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Catalogs;

/// <summary>Reviews are asked for, and watched.</summary>
public class ReviewsClientTests
{
    private static readonly ReviewWatchOptions Often = new() { Interval = TimeSpan.FromSeconds(2), MaxWait = TimeSpan.FromSeconds(6) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryRequest_OfReviews()
    {
        using CatalogApi api = new(Products());

        await api.Catalogs.Reviews.FindAsync("apple", cancellationToken: Cancellation);
        await api.Catalogs.Reviews.ListFlaggedAsync("77", Cancellation).ToListAsync(Cancellation);

        Snapshot.MatchText(api.Traffic);
    }

    [Fact]
    public async Task ListFlagged_Rejected_SaysWhereToReadAndWhereToAppeal()
    {
        using CatalogApi api = new(Products(("apple", "approved", null), ("knife", "rejected", "WEAPONS"), ("pear", "", null)));

        ProductReview flagged =
            Assert.Single(await api.Catalogs.Reviews.ListFlaggedAsync(cancellationToken: Cancellation).ToListAsync(Cancellation));

        Assert.Equal(("knife", "WEAPONS"), (flagged.RetailerId.Value, flagged.RejectionReasons.Single()));
        Assert.Equal("https://www.whatsapp.com/legal/commerce-policy", flagged.PolicyUrl?.AbsoluteUri);
        Assert.Equal("https://business.facebook.com/commerce/catalogs/1040/products", flagged.AppealUrl?.AbsoluteUri);
        Assert.Contains("appeals cannot be made through the API", flagged.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_RejectedForOneUse_IsFlagged()
    {
        using CatalogApi api =
            new(StubMeta.Ok(
                """{"data":[{"id":"1","retailer_id":"apple","review_status":"approved","capability_to_review_status":"""
                    + """[{"key":"WHATSAPP","value":"REJECTED"}]}]}"""));

        ProductReview? review = await api.Catalogs.Reviews.FindAsync("apple", cancellationToken: Cancellation);

        Assert.True(review!.IsFlagged);
    }

    [Fact]
    public async Task Get_Unknown_IsNull()
    {
        using CatalogApi api = new(Products());

        Assert.Null(await api.Catalogs.Reviews.FindAsync("apple", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Get_ApprovedItem_HasNoLinks()
    {
        using CatalogApi api = new(Products(("apple", "approved", null)));

        ProductReview? review = await api.Catalogs.Reviews.FindAsync("apple", cancellationToken: Cancellation);

        Assert.Equal((false, null, null, null), (review!.IsFlagged, review.PolicyUrl, review.AppealUrl, review.Advice));
    }

    [Fact]
    public async Task Watch_FirstLook_IsOnlyNoted()
    {
        using CatalogApi api = new(
            Products(("apple", "pending", null), ("knife", "rejected", "WEAPONS")),
            Products(("apple", "approved", null), ("knife", "rejected", "WEAPONS")));

        ReviewChange change = await api.Catalogs.Reviews.WatchAsync(Often, Cancellation).FirstAsync(Cancellation);

        Assert.Equal(
            (ReviewChangeKind.Approved, "apple", ReviewStatus.Pending), (change.Kind, change.Review.RetailerId.Value, change.Previous));
        Assert.Equal((false, false), (change.IsNew, change.IsCurrent));
        Assert.Equal([Often.Interval], api.Time.Skipped);
    }

    [Fact]
    public async Task Watch_IncludeCurrent_BeginsWithHowThingsStand()
    {
        using CatalogApi api = new(Products(("apple", "approved", null), ("knife", "rejected", "WEAPONS"), ("pear", "pending", null)));

        List<ReviewChange> changes =
            await api.Catalogs.Reviews.WatchAsync(Often with { IncludeCurrent = true }, Cancellation).Take(3).ToListAsync(Cancellation);

        Assert.Equal([ReviewChangeKind.Approved, ReviewChangeKind.Rejected, ReviewChangeKind.New], changes.Select(change => change.Kind));
        Assert.All(changes, change => Assert.True(change.IsCurrent));
    }

    [Fact]
    public async Task Watch_LaterLooks_TellWhatHasChanged()
    {
        using CatalogApi api = new(
            Products(("apple", "approved", null), ("pear", "approved", null)),
            Products(("apple", "rejected", "WEAPONS"), ("pear", "approved", null), ("plum", "", null)),
            Products(("apple", "rejected", "ALCOHOL"), ("pear", "pending", null), ("plum", "", null)),
            Products(("apple", "approved", null), ("pear", "outdated", null), ("plum", "", null), ("knife", "rejected", "WEAPONS")));

        List<ReviewChange> changes = await api.Catalogs.Reviews.WatchAsync(Often, Cancellation).Take(7).ToListAsync(Cancellation);

        Assert.Equal(
            [
                "Rejected: apple: rejected (WEAPONS)", "New: plum: not reviewed", "Rejected: apple: rejected (ALCOHOL)",
                "Pending: pear: pending", "Approved: apple: approved", "Other: pear: outdated", "Rejected: knife: rejected (WEAPONS)",
            ],
            changes.Select(change => change.ToString()));
        Assert.True(changes[^1].IsNew);
    }

    [Fact]
    public async Task Watch_ItemGone_IsToldOnceTwoLooksLackIt()
    {
        using CatalogApi api = new(
            Products(("apple", "approved", null), ("pear", "approved", null)),
            Products(("pear", "approved", null)),
            Products(("apple", "approved", null)),
            Products(("apple", "approved", null)));

        ReviewChange change = await api.Catalogs.Reviews.WatchAsync(Often, Cancellation).FirstAsync(Cancellation);

        Assert.Equal((ReviewChangeKind.Removed, "pear"), (change.Kind, change.Review.RetailerId.Value));
        Assert.Equal(4, api.Requests.Count);
    }

    [Fact]
    public async Task Watch_ThrottledAndBroken_GoesOnAfterLongerWaits()
    {
        List<GraphException> failures = [];
        using CatalogApi api = new(
            Products(("apple", "pending", null)),
            StubMeta.Error(80014),
            StubMeta.Error(2, 500),
            StubMeta.Error(131059),
            Products(("apple", "approved", null)));

        ReviewChange change =
            await api.Catalogs.Reviews.WatchAsync(Often with { Failures = new Told(failures) }, Cancellation).FirstAsync(Cancellation);

        Assert.Equal(ReviewChangeKind.Approved, change.Kind);
        Assert.Equal([2, 2, 4, 6], api.Time.Skipped.Select(wait => wait.TotalSeconds));
        Assert.Equal(3, failures.Count);
    }

    [Fact]
    public async Task Watch_MetaNamesAWait_KeepsIt()
    {
        using CatalogApi api = new(
            Products(("apple", "pending", null)), StubMeta.Error(4, 429, ("Retry-After", "15")), Products(("apple", "approved", null)));

        await api.Catalogs.Reviews.WatchAsync(Often, Cancellation).FirstAsync(Cancellation);

        Assert.Equal([2, 15], api.Time.Skipped.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Watch_RefusedForGood_Throws()
    {
        using CatalogApi api = new(Products(), StubMeta.Error(200));

        await Assert.ThrowsAsync<GraphPermissionException>(
            () => api.Catalogs.Reviews.WatchAsync(Often, Cancellation).FirstAsync(Cancellation).AsTask());
    }

    [Fact]
    public async Task Watch_MoreProductsThanKeptInMind_Throws()
    {
        using CatalogApi api = new(Products(("apple", "approved", null), ("pear", "approved", null)));

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => api.Catalogs.Reviews.WatchAsync(Often with { MaxProducts = 1 }, Cancellation).FirstAsync(Cancellation).AsTask());
    }

    [Fact]
    public async Task Watch_Cancelled_Ends()
    {
        using CatalogApi api = new(Products(("apple", "approved", null)));
        using CancellationTokenSource stop = new();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ReviewChange _ in api.Catalogs.Reviews.WatchAsync(new() { IncludeCurrent = true }, stop.Token))
            {
                await stop.CancelAsync();
            }
        });
    }

    public static TheoryData<ReviewWatchOptions> BadOptions =>
    [
        new ReviewWatchOptions { Interval = TimeSpan.Zero },
        new ReviewWatchOptions { Interval = TimeSpan.FromDays(8) },
        new ReviewWatchOptions { MaxWait = TimeSpan.FromSeconds(-1) },
        new ReviewWatchOptions { MaxProducts = 0 },
        new ReviewWatchOptions { PageSize = 0 },
    ];

    [Theory, MemberData(nameof(BadOptions), DisableDiscoveryEnumeration = true)]
    public void Watch_BadOptions_Throws(ReviewWatchOptions options)
    {
        using CatalogApi api = new(Products());

        Assert.Throws<ArgumentException>(() => api.Catalogs.Reviews.WatchAsync(options, Cancellation));
    }

    private static HttpResponseMessage Products(params (string Id, string Status, string? Reason)[] products) => StubMeta.Ok(
        $$"""{"data":[{{string.Join(',', products.Select(product =>
            $$"""{"id":"{{string.Concat(product.Id.Select(c => (int)c))}}","retailer_id":"{{product.Id}}","review_status":"{{
                product.Status}}","review_rejection_reasons":[{{(product.Reason is null ? "" : $"\"{product.Reason}\"")}}]}"""))}}]}""");

    private sealed class Told(List<GraphException> failures) : IProgress<GraphException>
    {
        public void Report(GraphException value) => failures.Add(value);
    }
}
