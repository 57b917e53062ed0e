namespace WhatsCommerce.Testing.Judging.Messages;

/// <summary>The kind of a message's address.</summary>
internal enum AddressKind
{
    Phone,
    User,
    Group,
}

/// <summary>The address of a message as the caller wrote it, and its normalized value (digits only, for a phone number).</summary>
internal readonly record struct Address(AddressKind Kind, string Input, string Value)
{
    // An address may be a phone number, which must not get into a log through ToString.
    public override string ToString() => Kind.ToString();
}
