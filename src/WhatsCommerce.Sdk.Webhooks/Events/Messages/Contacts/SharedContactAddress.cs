using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>A postal address on an address card.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/contacts.</remarks>
public sealed record SharedContactAddress
{
    /// <summary><c>street</c>.</summary>
    public string? Street { get; init; }

    /// <summary><c>city</c>.</summary>
    public string? City { get; init; }

    /// <summary><c>state</c>.</summary>
    public string? State { get; init; }

    /// <summary><c>zip</c>.</summary>
    public string? Zip { get; init; }

    /// <summary><c>country</c>.</summary>
    public string? Country { get; init; }

    /// <summary><c>country_code</c>, ISO 3166.</summary>
    public string? CountryCode { get; init; }

    /// <summary><c>type</c>, such as <c>HOME</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The members that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Member("Type", Type);
        return true;
    }
}
