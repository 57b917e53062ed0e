namespace WhatsCommerce;

/// <summary>The id of a WhatsApp group.</summary>
/// <remarks>
/// Opaque. Send to a group with <see cref="Recipient.Group(GroupId)"/>. A null, empty or blank value means absent, and equals
/// <see langword="default"/>.
/// </remarks>
[Id]
public readonly partial record struct GroupId;
