namespace WhatsCommerce.Flows;

/// <summary>One of those on which it depends whether messages with a flow can be sent.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, get flow, <c>health_status</c>.</remarks>
public sealed record FlowHealthEntity
{
    /// <summary><c>entity_type</c>: <c>FLOW</c>, <c>WABA</c>, <c>BUSINESS</c> or <c>APP</c>.</summary>
    [JsonPropertyName("entity_type")]
    public string? Type { get; init; }

    /// <summary><c>id</c>.</summary>
    public string? Id { get; init; }

    /// <summary><c>can_send_message</c>.</summary>
    [JsonPropertyName("can_send_message")]
    public FlowSendability Sendability { get; init; }

    /// <summary><c>errors</c>: what stands against it.</summary>
    public IReadOnlyList<FlowHealthError> Errors { get; init; } = [];

    /// <summary><c>additional_info</c>, such as that the app receives no webhooks.</summary>
    public IReadOnlyList<string> AdditionalInfo { get; init; } = [];
}
