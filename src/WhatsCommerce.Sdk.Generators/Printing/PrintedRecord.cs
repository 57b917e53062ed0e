namespace WhatsCommerce.Generators.Printing;

/// <summary>A record whose <c>PrintMembers</c> is generated.</summary>
/// <param name="Type">The record.</param>
/// <param name="Modifiers">The modifiers of the method, such as <c>protected override</c>.</param>
/// <param name="Calls">The calls for the printed members, such as <c>Member("Id", Id.Masked)</c>.</param>
internal sealed record PrintedRecord(DeclaredType Type, string Modifiers, EquatableArray<string> Calls);
