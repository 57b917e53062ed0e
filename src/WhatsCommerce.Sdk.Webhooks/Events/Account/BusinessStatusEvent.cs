namespace WhatsCommerce.Webhooks;

/// <summary>The status of a business portfolio changed (<c>business_status_update</c>).</summary>
/// <remarks>Unconfirmed: Meta has no page about it. The members are those that public clients of the API read.</remarks>
[WebhookField("business_status_update")]
public sealed partial record BusinessStatusEvent : WebhookEvent
{
    /// <summary><c>event</c>: what happened.</summary>
    [Wire("event")]
    public BusinessStatusKind Kind { get; init; }

    /// <summary><c>business_id</c>: the business portfolio.</summary>
    [Wire("business_id")]
    public BusinessId BusinessId { get; init; }
}
