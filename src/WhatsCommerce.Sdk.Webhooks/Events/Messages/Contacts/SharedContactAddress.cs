namespace WhatsCommerce.Webhooks;

/// <summary>A postal address on an address card.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/contacts.</remarks>
[WebhookPart]
public sealed partial record SharedContactAddress
{
    /// <summary><c>street</c>.</summary>
    [Wire("street")]
    [Sensitive]
    public string? Street { get; init; }

    /// <summary><c>city</c>.</summary>
    [Wire("city")]
    [Sensitive]
    public string? City { get; init; }

    /// <summary><c>state</c>.</summary>
    [Wire("state")]
    [Sensitive]
    public string? State { get; init; }

    /// <summary><c>zip</c>.</summary>
    [Wire("zip")]
    [Sensitive]
    public string? Zip { get; init; }

    /// <summary><c>country</c>.</summary>
    [Wire("country")]
    [Sensitive]
    public string? Country { get; init; }

    /// <summary><c>country_code</c>, ISO 3166.</summary>
    [Wire("country_code")]
    [Sensitive]
    public string? CountryCode { get; init; }

    /// <summary><c>type</c>, such as <c>HOME</c>.</summary>
    [Wire("type")]
    public string? Type { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
