namespace WhatsCommerce.Flows;

/// <summary>Represents a file of a flow; the only one is its JSON.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, list assets.</remarks>
public sealed partial record FlowAsset
{
    /// <summary>The type of a flow's JSON: <c>FLOW_JSON</c>.</summary>
    public const string JsonType = "FLOW_JSON";

    /// <summary><c>name</c>, such as <c>flow.json</c>.</summary>
    public string? Name { get; init; }

    /// <summary><c>asset_type</c>: <see cref="JsonType"/>.</summary>
    [JsonPropertyName("asset_type")]
    public string? Type { get; init; }

    /// <summary><c>download_url</c>: the URL of the file, valid for a while. Anyone with the URL can read the file.</summary>
    [Sensitive]
    public Uri? DownloadUrl { get; init; }
}
