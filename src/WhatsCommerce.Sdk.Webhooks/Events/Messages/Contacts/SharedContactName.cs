using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>The name on an address card.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/contacts.</remarks>
public sealed record SharedContactName
{
    /// <summary><c>formatted_name</c>: the whole name.</summary>
    public string? FormattedName { get; init; }

    /// <summary><c>first_name</c>.</summary>
    public string? FirstName { get; init; }

    /// <summary><c>middle_name</c>.</summary>
    public string? MiddleName { get; init; }

    /// <summary><c>last_name</c>.</summary>
    public string? LastName { get; init; }

    /// <summary><c>prefix</c>, such as a title.</summary>
    public string? Prefix { get; init; }

    /// <summary><c>suffix</c>.</summary>
    public string? Suffix { get; init; }

    /// <summary>The members that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Member("AdditionalProperties", AdditionalProperties.Count);
        return true;
    }
}
