namespace WhatsCommerce.Templates;

/// <summary>Represents the result of waiting for Meta's review of a template.</summary>
public sealed record TemplateReview
{
    /// <summary>The template as Meta last returned it, with its status and, if it was rejected, the reason.</summary>
    public required MessageTemplate Template { get; init; }

    /// <summary>The result of the review.</summary>
    public required TemplateReviewOutcome Outcome { get; init; }

    /// <summary>The time waited.</summary>
    public required TimeSpan Waited { get; init; }

    /// <summary>Whether the template can be sent.</summary>
    public bool IsApproved => Outcome == TemplateReviewOutcome.Approved;

    /// <summary>Returns the result in a sentence, with the reason of a rejection and what to do.</summary>
    public override string ToString() => Outcome switch
    {
        TemplateReviewOutcome.Approved => $"The template '{Template.Name}' is approved.",
        TemplateReviewOutcome.Rejected =>
            $"The template '{Template.Name}' was rejected "
                + $"({(Template.RejectionReason.HasValue ? Template.RejectionReason.Value : "Meta gave no reason")}): change it and hand "
                + "it in again, or appeal in WhatsApp Manager.",
        _ => $"The template '{Template.Name}' cannot be sent: its status is {Template.Status}.",
    };
}
