namespace WhatsCommerce.Webhooks;

/// <summary>Represents the employer of the person on a contact card.</summary>
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

    /// <summary><c>title</c>: the job title.</summary>
    [Wire("title")]
    [Sensitive]
    public string? Title { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
