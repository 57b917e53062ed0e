namespace WhatsCommerce.Webhooks;

/// <summary>Meta reviewed an account (<c>account_review_update</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/account_review_update.</remarks>
[WebhookField("account_review_update")]
public sealed partial record AccountReviewEvent : WebhookEvent
{
    /// <summary><c>decision</c>; only an approved account can send.</summary>
    [Wire("decision")]
    public ReviewDecision Decision { get; init; }
}
