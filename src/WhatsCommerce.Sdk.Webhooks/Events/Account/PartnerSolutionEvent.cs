namespace WhatsCommerce.Webhooks;

/// <summary>A multi-partner solution was created or changed (<c>partner_solutions</c>).</summary>
/// <remarks>
/// Its <see cref="WebhookEvent.BusinessAccountId"/> is the business portfolio. Source: Meta, webhooks/reference/partner_solutions.
/// </remarks>
[WebhookField("partner_solutions")]
public sealed partial record PartnerSolutionEvent : WebhookEvent
{
    /// <summary><c>event</c>: what happened.</summary>
    [Wire("event")]
    public PartnerSolutionKind Kind { get; init; }

    /// <summary><c>solution_id</c>: the id of the solution.</summary>
    [Wire("solution_id", IsId = true)]
    public string? SolutionId { get; init; }

    /// <summary><c>solution_status</c>: the status of the solution.</summary>
    [Wire("solution_status")]
    public PartnerSolutionStatus Status { get; init; }
}
