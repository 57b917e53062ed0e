namespace WhatsCommerce;

/// <summary>What kind of address a <see cref="Recipient"/> is.</summary>
public enum RecipientKind
{
    /// <summary>No address at all.</summary>
    None = 0,

    /// <summary>A phone number or WhatsApp id; goes in <c>to</c>.</summary>
    PhoneNumber,

    /// <summary>A business-scoped user id; goes in <c>recipient</c>, never in <c>to</c>.</summary>
    User,

    /// <summary>A group; goes in <c>to</c> with <c>recipient_type</c> "group".</summary>
    Group,

    /// <summary>A text that is none of these: refused at <c>to</c> before anything is sent.</summary>
    Invalid,
}
