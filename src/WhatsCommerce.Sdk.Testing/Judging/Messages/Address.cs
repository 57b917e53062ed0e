namespace WhatsCommerce.Testing.Judging.Messages;

/// <summary>The kind of address that a message is sent to.</summary>
internal enum AddressKind
{
    Phone,
    User,
    Group,
}

/// <summary>The address of a message: what the caller wrote, and what it means (digits only, for a phone number).</summary>
internal readonly record struct Address(AddressKind Kind, string Input, string Value)
{
    // An address may be a phone number: it must not reach a log by way of ToString.
    public override string ToString() => Kind.ToString();
}
