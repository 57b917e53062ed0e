namespace WhatsCommerce.Generators.Records;

/// <summary>How a type is read from JSON.</summary>
/// <param name="DraftType">The type of the draft's field.</param>
/// <param name="Take">
/// The expression that reads it; <c>{0}</c> is the field, <c>{1}</c> an additional argument for the object that contains it.
/// </param>
/// <param name="Value">The expression that the property gets; <c>{0}</c> is the field.</param>
/// <param name="IsText">Whether the draft contains its text.</param>
internal sealed record Reading(string DraftType, string Take, string Value = "{0}", bool IsText = false)
{
    /// <summary>The members of a customer, which are in the object around it.</summary>
    public static readonly Reading Customer = new("CustomerNaming", "{0}.TryTake(ref r, member, ref rest)", "{0}.ToCustomer()");

    public static readonly Reading Time = new("DateTimeOffset?", "r.TryTimestamp(out {0})");

    public static readonly Reading Id = new("string?", "r.TryId(out {0})", IsText: true);

    private static readonly SymbolDisplayFormat Names = SymbolDisplayFormat.MinimallyQualifiedFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly Reading Text = Id with { Take = "r.TryString(out {0})" };

    // The known words are not allocated again.
    private static readonly Reading Word = Id with { Take = "r.TryWord(out {0})" };

    /// <summary>How a property of this type is read; null when it is not supported.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isId">Whether a text is an id: blank is absent then.</param>
    /// <param name="isWord">Whether a text is one of few.</param>
    public static Reading? Of(ITypeSymbol type, bool isId, bool isWord) => type switch
    {
        { SpecialType: SpecialType.System_String } => isId ? Id : isWord ? Word : Text,
        { SpecialType: SpecialType.System_Boolean } => new("bool?", "r.TryBoolean(out {0})", "{0} ?? false"),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => OfNumber(nullable.TypeArguments[0]),
        INamedTypeSymbol { Name: "IReadOnlyList" } list => OfItems(list.TypeArguments[0]),
        { Name: "Customer", ContainingNamespace.Name: "Webhooks" } => Customer,
        _ when IsPart(type) => new(NameOf(type) + "?", $"Draft.TryPart<{type.Name}Draft, {NameOf(type)}>(ref r, out {{0}})"),
        { IsValueType: true } when IsOfText(type) => OfTextStruct(type),
        _ => null,
    };

    /// <summary>How a required number is read; null when the type is not a number.</summary>
    public static Reading? OfRequired(ITypeSymbol type) => OfNumber(type) is { } number ? number with { Value = "{0}.Value" } : null;

    /// <summary>How a hand-written reader reads it.</summary>
    public static Reading By(ITypeSymbol reader, ITypeSymbol type)
    {
        bool isList = type.Name is "IReadOnlyList";
        return new(
            NameOf(type).TrimEnd('?') + "?", $"{NameOf(reader)}.TryRead(ref r, member, ref rest, out {{0}})", isList ? "{0} ?? []" : "{0}");
    }

    // An id is never one of the known words.
    private static Reading OfTextStruct(ITypeSymbol type) => type.Name.EndsWith("Id", StringComparison.Ordinal)
        ? Id with { Value = "new({0})" }
        : Word with { Value = "new({0})" };

    private static Reading? OfNumber(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Int32 } => new("int?", "r.TryInt32(out {0})"),
        { SpecialType: SpecialType.System_Decimal } => new("decimal?", "r.TryDecimal(out {0})"),
        { SpecialType: SpecialType.System_Double } => new("double?", "r.TryDouble(out {0})"),
        { SpecialType: SpecialType.System_Boolean } => new("bool?", "r.TryBoolean(out {0})"),
        { Name: nameof(DateTimeOffset) } => Time,
        _ => null,
    };

    private static Reading? OfItems(ITypeSymbol item) => item switch
    {
        { SpecialType: SpecialType.System_String } => ListOf("string", "Draft.TryStrings"),
        { Name: "GraphError" } => ListOf(NameOf(item), "GraphErrorReader.TryRead"),
        _ when IsPart(item) => ListOf(NameOf(item), $"Draft.TryParts<{item.Name}Draft, {NameOf(item)}>"),
        _ => null,
    };

    private static Reading ListOf(string item, string read) =>
        new($"IReadOnlyList<{item}>?", read + "(ref r, member, ref rest, out {0}{1})", "{0} ?? []");

    // An id, or an open word, whose constructor may be generated too.
    private static bool IsOfText(
        ITypeSymbol type) => type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "OpenWordAttribute")
        || type is INamedTypeSymbol { InstanceConstructors: var constructors }
        && constructors.Any(constructor => constructor.Parameters is [{ Type.SpecialType: SpecialType.System_String }]);

    private static bool IsPart(ITypeSymbol type) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "WebhookPartAttribute");

    private static string NameOf(ITypeSymbol type) => type.ToDisplayString(Names);
}
