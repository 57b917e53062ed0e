namespace WhatsCommerce.Flows;

/// <summary>A link that shows a flow in a browser, without a login.</summary>
/// <remarks>Source: Meta, flows/reference/flowsapi, web preview; its OpenAPI v23.0, get preview URL.</remarks>
public sealed partial record FlowPreview
{
    /// <summary><c>preview_url</c>. Whoever has the address sees the flow.</summary>
    [Sensitive]
    [JsonPropertyName("preview_url")]
    public Uri? Url { get; init; }

    /// <summary><c>expires_at</c>: until when it is valid.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
