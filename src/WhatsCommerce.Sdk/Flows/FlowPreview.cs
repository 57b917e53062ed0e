namespace WhatsCommerce.Flows;

/// <summary>Represents a link that shows a flow in a browser, without a login.</summary>
/// <remarks>Source: Meta, flows/reference/flowsapi, web preview; its OpenAPI v23.0, get preview URL.</remarks>
public sealed partial record FlowPreview
{
    /// <summary><c>preview_url</c>. Anyone with the URL can see the flow.</summary>
    [Sensitive]
    [JsonPropertyName("preview_url")]
    public Uri? Url { get; init; }

    /// <summary><c>expires_at</c>: when the link expires.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
