namespace WhatsCommerce.Webhooks;

/// <summary>An e-mail address on an address card.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/contacts.</remarks>
[WebhookPart]
public sealed partial record SharedContactEmail
{
    /// <summary><c>email</c>.</summary>
    [Wire("email")]
    [Sensitive]
    public string? Email { get; init; }

    /// <summary><c>type</c>, such as <c>WORK</c>.</summary>
    [Wire("type")]
    public string? Type { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
