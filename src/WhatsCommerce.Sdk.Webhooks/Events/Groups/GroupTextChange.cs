namespace WhatsCommerce.Webhooks;

/// <summary>A text of a group that was changed, or could not be.</summary>
[WebhookPart]
public sealed partial record GroupTextChange
{
    /// <summary><c>text</c>: the requested text.</summary>
    [Wire("text")]
    [Sensitive]
    public string? Text { get; init; }

    /// <summary><c>update_successful</c>: whether the change succeeded.</summary>
    [Wire("update_successful")]
    public bool? Succeeded { get; init; }

    /// <summary><c>errors</c>: why not; empty otherwise.</summary>
    [Wire("errors")]
    public IReadOnlyList<GraphError> Errors { get; init; } = [];

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
