namespace WhatsCommerce.Templates;

/// <summary>What waiting for Meta's review of a template has come to.</summary>
/// <param name="Template">The template as Meta gave it last, with its status and, if it was rejected, the reason.</param>
/// <param name="Outcome">What the review has come to; <see cref="TemplateReviewOutcome.Pending"/> when the time was over before.</param>
/// <param name="Waited">For how long was waited.</param>
public sealed record TemplateReview(MessageTemplate Template, TemplateReviewOutcome Outcome, TimeSpan Waited)
{
    /// <summary>Whether the template can be sent.</summary>
    public bool IsApproved => Outcome == TemplateReviewOutcome.Approved;

    /// <summary>The outcome in a sentence, with the reason of a rejection and what to do.</summary>
    public override string ToString() => Outcome switch
    {
        TemplateReviewOutcome.Approved => $"The template '{Template.Name}' is approved.",
        TemplateReviewOutcome.Rejected =>
            $"The template '{Template.Name}' was rejected ({(Template.RejectionReason.HasValue ? Template.RejectionReason.Value : "Meta gave no reason")}): change it and hand it in again, or appeal in WhatsApp Manager.",
        TemplateReviewOutcome.Unusable => $"The template '{Template.Name}' cannot be sent: its status is {Template.Status}.",
        _ => $"The template '{Template.Name}' is still being reviewed: its status is {Template.Status}.",
    };
}
