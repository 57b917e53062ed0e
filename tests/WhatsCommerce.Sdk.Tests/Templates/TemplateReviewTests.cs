using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Templates;

namespace WhatsCommerce.Sdk.Tests.Templates;

/// <summary>Waiting for Meta's review.</summary>
public class TemplateReviewTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WaitUntilReviewedAsync_Approved_EndsWithIt()
    {
        using TemplateApi api = new(StubMeta.Ok(Of("PENDING")), StubMeta.Ok(Of("PENDING")), StubMeta.Ok(Of("APPROVED")));

        TemplateReview review = await api.Templates.WaitUntilReviewedAsync("77", cancellationToken: Cancellation);

        Assert.True(review.IsApproved);
        Assert.Equal((TemplateStatus.Approved, TimeSpan.FromSeconds(15)), (review.Template.Status, review.Waited));
    }

    [Fact]
    public async Task WaitUntilReviewedAsync_Rejected_TellsTheReason()
    {
        using TemplateApi api = new(StubMeta.Ok(Of("REJECTED", """, "rejected_reason": "TAG_CONTENT_MISMATCH" """)));

        TemplateReview review = await api.Templates.WaitUntilReviewedAsync("77", cancellationToken: Cancellation);

        Assert.Equal(
            (TemplateReviewOutcome.Rejected, TemplateRejectionReason.TagContentMismatch),
            (review.Outcome, review.Template.RejectionReason));
        Assert.Contains("TAG_CONTENT_MISMATCH", review.ToString(), StringComparison.Ordinal);
    }

    [Theory, InlineData("PAUSED"), InlineData(
        "DISABLED"), InlineData("ARCHIVED"), InlineData("DELETED"), InlineData("PENDING_DELETION"), InlineData("LIMIT_EXCEEDED")]
    public async Task WaitUntilReviewedAsync_StatusThatCannotBeSent_Ends(string status)
    {
        using TemplateApi api = new(StubMeta.Ok(Of(status)));

        Assert.Equal(
            TemplateReviewOutcome.Unusable, (await api.Templates.WaitUntilReviewedAsync("77", cancellationToken: Cancellation)).Outcome);
    }

    [Theory, InlineData("PENDING"), InlineData("IN_APPEAL"), InlineData("SOMETHING_NEW")]
    public async Task WaitUntilReviewedAsync_NeverEnding_EndsWhenTheTimeIsOver(string status)
    {
        using TemplateApi api = new(StubMeta.Ok(Of(status)));

        OperationUnfinishedException exception = await Assert.ThrowsAsync<OperationUnfinishedException>(
            () => api.Templates.WaitUntilReviewedAsync("77", TimeSpan.FromHours(2), Cancellation));

        Assert.Equal(TimeSpan.FromHours(2), exception.Waited);
        Assert.Contains(status, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitUntilReviewedAsync_Waits_DoubleUpToFiveMinutes()
    {
        using TemplateApi api = new(StubMeta.Ok(Of("PENDING")));

        await Assert.ThrowsAsync<OperationUnfinishedException>(
            () => api.Templates.WaitUntilReviewedAsync("77", TimeSpan.FromMinutes(20), Cancellation));

        Assert.Equal([5, 10, 20, 40, 80, 160, 300, 300, 285], api.Time.Skipped.Select(wait => (int)wait.TotalSeconds));
    }

    [Fact]
    public async Task WaitUntilReviewedAsync_NoTimeAtAll_AsksOnce()
    {
        using TemplateApi api = new(StubMeta.Ok(Of("PENDING")));

        await Assert.ThrowsAsync<OperationUnfinishedException>(
            () => api.Templates.WaitUntilReviewedAsync("77", TimeSpan.Zero, Cancellation));
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task WaitUntilReviewedAsync_NegativeTime_SendsNothing()
    {
        using TemplateApi api = new(StubMeta.Ok(Of("PENDING")));

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => api.Templates.WaitUntilReviewedAsync("77", TimeSpan.FromSeconds(-1), Cancellation));
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task WaitUntilReviewedAsync_Canceled_StopsAsking()
    {
        using CancellationTokenSource canceled = new();
        using TemplateApi api = new(StubMeta.Ok(Of("PENDING")));
        await canceled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => api.Templates.WaitUntilReviewedAsync("77", cancellationToken: canceled.Token));
    }

    private static string Of(string status, string more = "") =>
        $$"""{"id":"77","name":"july_offer","language":"en","status":"{{status}}"{{more}}}""";
}
