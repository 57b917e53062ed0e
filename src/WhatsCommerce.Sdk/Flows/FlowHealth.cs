namespace WhatsCommerce.Flows;

/// <summary>Represents whether messages with a flow can be sent, and what prevents it.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, get flow, <c>health_status</c>.</remarks>
public sealed record FlowHealth
{
    /// <summary><c>can_send_message</c>: of all entities together.</summary>
    [JsonPropertyName("can_send_message")]
    public FlowSendability Sendability { get; init; }

    /// <summary><c>entities</c>: the flow, the account, the business, the app.</summary>
    public IReadOnlyList<FlowHealthEntity> Entities { get; init; } = [];
}
