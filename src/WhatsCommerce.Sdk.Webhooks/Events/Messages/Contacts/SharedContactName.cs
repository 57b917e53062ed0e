namespace WhatsCommerce.Webhooks;

/// <summary>The name on an address card.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/contacts.</remarks>
public sealed partial record SharedContactName
{
    /// <summary><c>formatted_name</c>: the whole name.</summary>
    [Sensitive]
    public string? FormattedName { get; init; }

    /// <summary><c>first_name</c>.</summary>
    [Sensitive]
    public string? FirstName { get; init; }

    /// <summary><c>middle_name</c>.</summary>
    [Sensitive]
    public string? MiddleName { get; init; }

    /// <summary><c>last_name</c>.</summary>
    [Sensitive]
    public string? LastName { get; init; }

    /// <summary><c>prefix</c>, such as a title.</summary>
    [Sensitive]
    public string? Prefix { get; init; }

    /// <summary><c>suffix</c>.</summary>
    [Sensitive]
    public string? Suffix { get; init; }

    /// <summary>The members that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
