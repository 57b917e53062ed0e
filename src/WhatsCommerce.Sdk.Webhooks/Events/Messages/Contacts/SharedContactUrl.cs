namespace WhatsCommerce.Webhooks;

/// <summary>A web site on an address card.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/contacts.</remarks>
public sealed partial record SharedContactUrl
{
    /// <summary><c>url</c>.</summary>
    [Sensitive]
    public string? Url { get; init; }

    /// <summary><c>type</c>, such as <c>WORK</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The members that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
