namespace WhatsCommerce.Webhooks;

/// <summary>Where the person on an address card works.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/contacts.</remarks>
[WebhookPart]
public sealed partial record SharedContactOrganization
{
    /// <summary><c>company</c>.</summary>
    [Wire("company")]
    [Sensitive]
    public string? Company { get; init; }

    /// <summary><c>department</c>.</summary>
    [Wire("department")]
    [Sensitive]
    public string? Department { get; init; }

    /// <summary><c>title</c>: the position.</summary>
    [Wire("title")]
    [Sensitive]
    public string? Title { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
