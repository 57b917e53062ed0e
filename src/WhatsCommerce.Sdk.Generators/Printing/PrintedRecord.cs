namespace WhatsCommerce.Generators.Printing;

/// <summary>A record whose <c>PrintMembers</c> is written.</summary>
/// <param name="Type">The record.</param>
/// <param name="Modifiers">How the method is declared, such as <c>protected override</c>.</param>
/// <param name="Calls">What is called for each member that is printed, such as <c>Member("Id", Id.Masked)</c>.</param>
internal sealed record PrintedRecord(DeclaredType Type, string Modifiers, EquatableArray<string> Calls);
