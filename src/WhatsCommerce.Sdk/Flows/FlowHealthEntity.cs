namespace WhatsCommerce.Flows;

/// <summary>Represents one of the entities on which sending messages with a flow depends.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, get flow, <c>health_status</c>.</remarks>
public sealed record FlowHealthEntity
{
    /// <summary><c>entity_type</c>: <c>FLOW</c>, <c>WABA</c>, <c>BUSINESS</c> or <c>APP</c>.</summary>
    [JsonPropertyName("entity_type")]
    public string? Type { get; init; }

    /// <summary><c>id</c>: the id of the entity.</summary>
    public string? Id { get; init; }

    /// <summary><c>can_send_message</c>: whether it allows messages with the flow.</summary>
    [JsonPropertyName("can_send_message")]
    public FlowSendability Sendability { get; init; }

    /// <summary><c>errors</c>: what prevents sending.</summary>
    public IReadOnlyList<FlowHealthError> Errors { get; init; } = [];

    /// <summary><c>additional_info</c>, such as that the app receives no webhooks.</summary>
    public IReadOnlyList<string> AdditionalInfo { get; init; } = [];
}
