namespace WhatsCommerce.Generators.Writing;

/// <summary>Reads attributes.</summary>
internal static class Attributes
{
    /// <summary>The attribute of that type; null when the symbol has none.</summary>
    /// <param name="symbol">A type or member.</param>
    /// <param name="name">The full name of the attribute's type.</param>
    public static AttributeData? Find(this ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == name);

    /// <summary>The value of a property of the attribute; null when it was not set.</summary>
    public static TypedConstant? Named(this AttributeData attribute, string property)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == property)
            {
                return argument.Value;
            }
        }

        return null;
    }
}
