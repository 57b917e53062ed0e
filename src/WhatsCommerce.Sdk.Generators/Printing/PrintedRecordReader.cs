namespace WhatsCommerce.Generators.Printing;

/// <summary>Determines which members of a record are printed, and how.</summary>
internal static class PrintedRecordReader
{
    private const string PrintMembers = "PrintMembers";

    /// <summary>Reads the record; null when nothing is generated for it.</summary>
    public static Found<PrintedRecord>? Read(GeneratorSyntaxContext declaration)
    {
        RecordDeclarationSyntax syntax = (RecordDeclarationSyntax)declaration.Node;
        if (declaration.SemanticModel.GetDeclaredSymbol(syntax) is not INamedTypeSymbol type
            || type.DeclaringSyntaxReferences[0].GetSyntax() != syntax
            || type.GetMembers(PrintMembers).Any(member => !member.IsImplicitlyDeclared))
        {
            return null;
        }

        List<IPropertySymbol> properties = [.. type.GetMembers().OfType<IPropertySymbol>().Where(IsCandidate)];
        bool isMarked = properties.Any(property => property.Find(PrintingAttributes.Sensitive) is not null || IsPrinted(property));
        bool derives = type.BaseType is { SpecialType: not SpecialType.System_Object };
        if (properties.Count == 0 || !(isMarked || (derives && DeclaredType.IsPartial(syntax))))
        {
            return null;
        }

        List<Mistake> mistakes = [];
        if (!DeclaredType.IsPartial(syntax))
        {
            mistakes.Add(Mistake.At(syntax.Identifier.GetLocation(), PrintingRules.NotPartial, type.Name));
        }

        foreach (IPropertySymbol property in properties.Where(
            property => property.Find(PrintingAttributes.Sensitive) is not null && IsPrinted(property)))
        {
            mistakes.Add(Mistake.At(property.Locations[0], PrintingRules.SensitiveAndPrinted, type.Name, property.Name));
        }

        string modifiers = derives ? "protected override" : type.IsSealed ? "private" : "protected virtual";
        PrintedRecord model = new(DeclaredType.Of(type), modifiers, new(properties.Select(CallFor).OfType<string>()));
        return new(mistakes.Count == 0 ? model : null, new(mistakes));
    }

    private static bool IsCandidate(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, IsOverride: false, IsImplicitlyDeclared: false,
            DeclaredAccessibility: Accessibility.Public };

    private static bool IsPrinted(IPropertySymbol property) => property.Find(PrintingAttributes.Printed) is not null;

    // Null for a member that is not printed.
    private static string? CallFor(IPropertySymbol property)
    {
        string name = property.Name;
        if (property.Find(PrintingAttributes.Sensitive) is { } sensitive)
        {
            return sensitive.Named("Shown")?.Value switch
            {
                1 => $"Member(\"{name}\", global::WhatsCommerce.PhoneNumber.Mask({name}))",
                2 => $"Member(\"{name}\", global::WhatsCommerce.LogText.Id({name}))",
                _ => null,
            };
        }

        bool isPrinted = IsPrinted(property);
        if (property.SetMethod is null && !isPrinted)
        {
            return null;
        }

        bool isNullable = property.NullableAnnotation == NullableAnnotation.Annotated;
        ITypeSymbol type = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : property.Type;
        if (type is INamedTypeSymbol { Name: "IReadOnlyList" or "IReadOnlyDictionary" } list)
        {
            return list.TypeArguments[0].Name == "GraphError"
                ? $"Errors({name})"
                : $"Count(\"{name}\", {name}{(isNullable ? "?" : "")}.Count)";
        }

        return ValueOf(name, isNullable ? "?" : "", type, isPrinted) is { } value ? $"Member(\"{name}\", {value})" : null;
    }

    // Nested records, and other members that are not a single value, are printed only when they are marked.
    private static string? ValueOf(string name, string orNull, ITypeSymbol type, bool isPrinted) => type switch
    {
        { SpecialType: SpecialType.System_String } => name,
        { SpecialType: SpecialType.System_Boolean } => orNull.Length == 0 ? name : $"{name}?.ToString()",
        { Name: "AdditionalProperties" or "ReadOnlyMemory" } => null,
        { TypeKind: TypeKind.Enum } => $"{name}{orNull}.ToString()",
        { IsValueType: true } when type.GetMembers("Masked").Length > 0 => $"{name}{orNull}.Masked",
        { IsValueType: true } when type.AllInterfaces.Any(one => one.Name == "IFormattable") => name,
        { IsValueType: true } => $"{name}{orNull}.ToString()",
        _ => isPrinted ? $"{name}{orNull}.ToString()" : null,
    };
}
