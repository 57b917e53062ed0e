namespace WhatsCommerce.Webhooks;

/// <summary>A participant of a group.</summary>
[WebhookPart]
public sealed partial record GroupParticipant
{
    /// <summary><c>wa_id</c>, <c>user_id</c>, <c>parent_user_id</c> and <c>username</c>.</summary>
    [Wire]
    [Printed]
    public Customer Customer { get; init; } = Customer.Unknown;

    /// <summary><c>input</c>: the number or id that the business gave in its request.</summary>
    [Wire("input", IsId = true)]
    [Sensitive]
    public string? Input { get; init; }

    /// <summary><c>errors</c>: why it could not be removed; empty otherwise.</summary>
    [Wire("errors")]
    public IReadOnlyList<GraphError> Errors { get; init; } = [];

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
