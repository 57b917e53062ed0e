namespace WhatsCommerce.Webhooks;

/// <summary>Where the person on an address card works.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/contacts.</remarks>
public sealed partial record SharedContactOrganization
{
    /// <summary><c>company</c>.</summary>
    [Sensitive]
    public string? Company { get; init; }

    /// <summary><c>department</c>.</summary>
    [Sensitive]
    public string? Department { get; init; }

    /// <summary><c>title</c>: the position.</summary>
    [Sensitive]
    public string? Title { get; init; }

    /// <summary>The members that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
