namespace WhatsCommerce.Tests.References;

/// <summary>A use of one type by another, as the built assembly shows it.</summary>
/// <param name="From">The type that uses it; the outermost one, so that lambdas and iterators count for the class they are written
/// in.</param>
/// <param name="To">The type that is used; the outermost one.</param>
public readonly record struct TypeReference(TypeIdentity From, TypeIdentity To)
{
    public override string ToString() => $"{From} uses {To}";
}

/// <summary>A type by the assembly that holds it, its namespace and its name.</summary>
public readonly record struct TypeIdentity(string Assembly, string Namespace, string Name)
{
    public override string ToString() => $"{(Namespace.Length == 0 ? "" : Namespace + ".")}{Name} ({Assembly})";
}
