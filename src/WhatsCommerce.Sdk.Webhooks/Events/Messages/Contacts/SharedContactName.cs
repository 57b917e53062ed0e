namespace WhatsCommerce.Webhooks;

/// <summary>The name on an address card.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/contacts.</remarks>
[WebhookPart]
public sealed partial record SharedContactName
{
    /// <summary><c>formatted_name</c>: the whole name.</summary>
    [Wire("formatted_name")]
    [Sensitive]
    public string? FormattedName { get; init; }

    /// <summary><c>first_name</c>.</summary>
    [Wire("first_name")]
    [Sensitive]
    public string? FirstName { get; init; }

    /// <summary><c>middle_name</c>.</summary>
    [Wire("middle_name")]
    [Sensitive]
    public string? MiddleName { get; init; }

    /// <summary><c>last_name</c>.</summary>
    [Wire("last_name")]
    [Sensitive]
    public string? LastName { get; init; }

    /// <summary><c>prefix</c>, such as a title.</summary>
    [Wire("prefix")]
    [Sensitive]
    public string? Prefix { get; init; }

    /// <summary><c>suffix</c>.</summary>
    [Wire("suffix")]
    [Sensitive]
    public string? Suffix { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
