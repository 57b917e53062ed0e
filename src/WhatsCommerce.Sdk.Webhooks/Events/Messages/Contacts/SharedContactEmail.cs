namespace WhatsCommerce.Webhooks;

/// <summary>An e-mail address on an address card.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/contacts.</remarks>
public sealed partial record SharedContactEmail
{
    /// <summary><c>email</c>.</summary>
    [Sensitive]
    public string? Email { get; init; }

    /// <summary><c>type</c>, such as <c>WORK</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The members that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
