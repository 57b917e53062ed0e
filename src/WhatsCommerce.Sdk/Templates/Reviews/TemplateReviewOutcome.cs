namespace WhatsCommerce.Templates;

/// <summary>The result of Meta's review of a template.</summary>
public enum TemplateReviewOutcome
{
    /// <summary>The template can be sent.</summary>
    Approved = 0,

    /// <summary>The template must be changed, or the rejection appealed: see <see cref="MessageTemplate.RejectionReason"/>.</summary>
    Rejected,

    /// <summary>The template cannot be sent for another reason: paused, disabled, archived, deleted, or over the limit.</summary>
    Unusable,
}
