namespace WhatsCommerce.Webhooks;

/// <summary>Represents a contact card (<c>messages[].contacts[]</c>).</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/contacts.</remarks>
[WebhookPart]
public sealed partial record SharedContact
{
    /// <summary><c>name</c>: the name.</summary>
    [Wire("name")]
    public SharedContactName? Name { get; init; }

    /// <summary><c>phones</c>: the phone numbers.</summary>
    [Wire("phones")]
    public IReadOnlyList<SharedContactPhone> Phones { get; init; } = [];

    /// <summary><c>emails</c>: the e-mail addresses.</summary>
    [Wire("emails")]
    public IReadOnlyList<SharedContactEmail> Emails { get; init; } = [];

    /// <summary><c>addresses</c>: the postal addresses.</summary>
    [Wire("addresses")]
    public IReadOnlyList<SharedContactAddress> Addresses { get; init; } = [];

    /// <summary><c>urls</c>: the person's web sites.</summary>
    [Wire("urls")]
    public IReadOnlyList<SharedContactUrl> Urls { get; init; } = [];

    /// <summary><c>org</c>: the person's employer.</summary>
    [Wire("org")]
    public SharedContactOrganization? Organization { get; init; }

    /// <summary><c>birthday</c>, usually in the form <c>1999-01-23</c>.</summary>
    [Wire("birthday")]
    [Sensitive]
    public string? Birthday { get; init; }

    /// <summary><c>vcard</c>: the card in vCard format, if a phone number was requested.</summary>
    [Wire("vcard")]
    [Sensitive]
    public string? VCard { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
