namespace WhatsCommerce.Templates;

/// <summary>What Meta's review of a template has come to.</summary>
public enum TemplateReviewOutcome
{
    /// <summary>The template can be sent.</summary>
    Approved = 0,

    /// <summary>It must be changed, or the rejection appealed: see <see cref="MessageTemplate.RejectionReason"/>.</summary>
    Rejected,

    /// <summary>It cannot be sent for another reason: paused, disabled, archived, deleted, or one too many.</summary>
    Unusable,
}
