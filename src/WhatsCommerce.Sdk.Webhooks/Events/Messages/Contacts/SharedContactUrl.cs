namespace WhatsCommerce.Webhooks;

/// <summary>A web site on an address card.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/contacts.</remarks>
[WebhookPart]
public sealed partial record SharedContactUrl
{
    /// <summary><c>url</c>.</summary>
    [Wire("url")]
    [Sensitive]
    public string? Url { get; init; }

    /// <summary><c>type</c>, such as <c>WORK</c>.</summary>
    [Wire("type")]
    public string? Type { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
