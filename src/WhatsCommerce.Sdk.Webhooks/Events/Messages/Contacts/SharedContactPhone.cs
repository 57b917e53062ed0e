namespace WhatsCommerce.Webhooks;

/// <summary>A phone number on an address card.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/contacts.</remarks>
[WebhookPart]
public sealed partial record SharedContactPhone
{
    /// <summary><c>phone</c>, as written on the card.</summary>
    [Wire("phone")]
    [Sensitive]
    public string? Phone { get; init; }

    /// <summary><c>wa_id</c>: the WhatsApp id; absent when the person is not on WhatsApp.</summary>
    [Wire("wa_id", IsId = true)]
    [Sensitive]
    public string? WaId { get; init; }

    /// <summary><c>type</c>, such as <c>MOBILE</c>.</summary>
    [Wire("type")]
    public string? Type { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
