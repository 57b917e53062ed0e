namespace WhatsCommerce.Templates;

/// <summary>Asks for a template until its review has ended.</summary>
internal static class TemplateReviewWait
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UsualLimit = TimeSpan.FromDays(1);

    public static async Task<TemplateReview> RunAsync(
        TimeProvider time, Func<CancellationToken, Task<MessageTemplate>> get, TimeSpan? maxWait, CancellationToken cancellationToken)
    {
        TimeSpan limit = maxWait ?? UsualLimit;
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, TimeSpan.Zero, nameof(maxWait));
        long started = time.GetTimestamp();
        TimeSpan wait = FirstWait;
        while (true)
        {
            MessageTemplate template = await get(cancellationToken).ConfigureAwait(false);
            TimeSpan waited = time.GetElapsedTime(started);
            TemplateReview review = new(template, OutcomeOf(template.Status), waited);
            if (review.Outcome != TemplateReviewOutcome.Pending || waited >= limit)
            {
                return review;
            }

            // The last answer is asked for when the time is over, not one wait before.
            TimeSpan next = wait < limit - waited ? wait : limit - waited;
            await Task.Delay(next, time, cancellationToken).ConfigureAwait(false);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    // A status that is not known may be one of the review's: it is asked for again, as long as there is time.
    private static TemplateReviewOutcome OutcomeOf(TemplateStatus status) => status.Value switch
    {
        "APPROVED" or "REINSTATED" or "FLAGGED" or "UNLOCKED" or "UNARCHIVED" => TemplateReviewOutcome.Approved,
        "REJECTED" => TemplateReviewOutcome.Rejected,
        "PAUSED" or "DISABLED" or "ARCHIVED" or "DELETED" or "PENDING_DELETION" or "LIMIT_EXCEEDED" => TemplateReviewOutcome.Unusable,
        _ => TemplateReviewOutcome.Pending,
    };
}
