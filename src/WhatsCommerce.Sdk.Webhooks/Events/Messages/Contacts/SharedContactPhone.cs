namespace WhatsCommerce.Webhooks;

/// <summary>A phone number on an address card.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/contacts.</remarks>
public sealed partial record SharedContactPhone
{
    /// <summary><c>phone</c>, as it is written on the card.</summary>
    [Sensitive]
    public string? Phone { get; init; }

    /// <summary><c>wa_id</c>: the address in WhatsApp; absent when the person is not there.</summary>
    [Sensitive]
    public string? WaId { get; init; }

    /// <summary><c>type</c>, such as <c>MOBILE</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The members that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
