namespace WhatsCommerce;

/// <summary>Specifies what kind of address a <see cref="Recipient"/> is.</summary>
public enum RecipientKind
{
    /// <summary>No address at all.</summary>
    None = 0,

    /// <summary>A phone number or WhatsApp id; sent in <c>to</c>.</summary>
    PhoneNumber,

    /// <summary>A business-scoped user id; sent in <c>recipient</c>, never in <c>to</c>.</summary>
    User,

    /// <summary>A group; sent in <c>to</c> with <c>recipient_type</c> "group".</summary>
    Group,

    /// <summary>A text that is none of these: a violation at <c>to</c> before anything is sent.</summary>
    Invalid,
}
