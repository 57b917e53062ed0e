namespace WhatsCommerce.Webhooks;

/// <summary>A picture of a group that was changed, or could not be (<c>profile_picture</c>).</summary>
[WebhookPart]
public sealed partial record GroupPictureChange
{
    /// <summary><c>mime_type</c>: the content type of the picture.</summary>
    [Wire("mime_type")]
    public string? MimeType { get; init; }

    /// <summary><c>sha256</c>, as Meta writes it.</summary>
    [Wire("sha256")]
    [Sensitive]
    public string? Sha256 { get; init; }

    /// <summary><c>update_successful</c>: whether the change succeeded.</summary>
    [Wire("update_successful")]
    public bool? Succeeded { get; init; }

    /// <summary><c>errors</c>: why not; empty otherwise.</summary>
    [Wire("errors")]
    public IReadOnlyList<GraphError> Errors { get; init; } = [];

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
