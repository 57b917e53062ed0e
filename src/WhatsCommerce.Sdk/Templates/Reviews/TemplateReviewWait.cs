namespace WhatsCommerce.Templates;

/// <summary>Polls a template until its review has ended.</summary>
internal static class TemplateReviewWait
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UsualLimit = TimeSpan.FromDays(1);

    public static async Task<TemplateReview> RunAsync(
        TimeProvider time, Func<CancellationToken, Task<MessageTemplate>> get, TimeSpan? maxWait, CancellationToken cancellationToken)
    {
        Waits waits = new(time, FirstWait, LongestWait, maxWait ?? UsualLimit);
        MessageTemplate template;
        do
        {
            template = await get(cancellationToken).ConfigureAwait(false);
            if (OutcomeOf(template.Status) is TemplateReviewOutcome outcome)
            {
                return new TemplateReview { Template = template, Outcome = outcome, Waited = waits.Elapsed };
            }
        }
        while (await waits.NextAsync(cancellationToken).ConfigureAwait(false));

        throw waits.Unfinished(
            "The review of the template",
            template.Id.ToString(),
            $"The status of '{template.Name}' is {template.Status}. The review continues; call again later.");
    }

    // An unknown status may be part of the review: polling continues until the time limit.
    private static TemplateReviewOutcome? OutcomeOf(TemplateStatus status) => status.Value switch
    {
        "APPROVED" or "REINSTATED" or "FLAGGED" or "UNLOCKED" or "UNARCHIVED" => TemplateReviewOutcome.Approved,
        "REJECTED" => TemplateReviewOutcome.Rejected,
        "PAUSED" or "DISABLED" or "ARCHIVED" or "DELETED" or "PENDING_DELETION" or "LIMIT_EXCEEDED" => TemplateReviewOutcome.Unusable,
        _ => null,
    };
}
