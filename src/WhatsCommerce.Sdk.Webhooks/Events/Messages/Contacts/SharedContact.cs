namespace WhatsCommerce.Webhooks;

/// <summary>An address card (<c>messages[].contacts[]</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/contacts.</remarks>
public sealed partial record SharedContact
{
    /// <summary><c>name</c>.</summary>
    public SharedContactName? Name { get; init; }

    /// <summary><c>phones</c>.</summary>
    public IReadOnlyList<SharedContactPhone> Phones { get; init; } = [];

    /// <summary><c>emails</c>.</summary>
    public IReadOnlyList<SharedContactEmail> Emails { get; init; } = [];

    /// <summary><c>addresses</c>.</summary>
    public IReadOnlyList<SharedContactAddress> Addresses { get; init; } = [];

    /// <summary><c>urls</c>: the person's web sites.</summary>
    public IReadOnlyList<SharedContactUrl> Urls { get; init; } = [];

    /// <summary><c>org</c>: where the person works.</summary>
    public SharedContactOrganization? Organization { get; init; }

    /// <summary><c>birthday</c>, usually in the form <c>1999-01-23</c>.</summary>
    [Sensitive]
    public string? Birthday { get; init; }

    /// <summary><c>vcard</c>: the card as a text of that format, when a number was asked for.</summary>
    [Sensitive]
    public string? VCard { get; init; }

    /// <summary>The members that no property holds.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
