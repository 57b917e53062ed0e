namespace WhatsCommerce.Webhooks;

/// <summary>A postal address on an address card.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/contacts.</remarks>
public sealed partial record SharedContactAddress
{
    /// <summary><c>street</c>.</summary>
    [Sensitive]
    public string? Street { get; init; }

    /// <summary><c>city</c>.</summary>
    [Sensitive]
    public string? City { get; init; }

    /// <summary><c>state</c>.</summary>
    [Sensitive]
    public string? State { get; init; }

    /// <summary><c>zip</c>.</summary>
    [Sensitive]
    public string? Zip { get; init; }

    /// <summary><c>country</c>.</summary>
    [Sensitive]
    public string? Country { get; init; }

    /// <summary><c>country_code</c>, ISO 3166.</summary>
    [Sensitive]
    public string? CountryCode { get; init; }

    /// <summary><c>type</c>, such as <c>HOME</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The members that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
