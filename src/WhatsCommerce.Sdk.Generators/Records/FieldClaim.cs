namespace WhatsCommerce.Generators.Records;

/// <summary>Records that a record reads a field, and the diagnostic if another one reads it too.</summary>
internal sealed record FieldClaim(FieldModel Field, Mistake Twice)
{
    public static EquatableArray<FieldClaim> Read(GeneratorAttributeSyntaxContext context) => new(
        from attribute in context.Attributes
        from field in RecordDeclaration.FieldsOf(attribute)
        let path = field.Items is null ? field.Name : $"{field.Name}.{field.Items}"
        select new FieldClaim(
            field, Mistake.At(context.TargetSymbol.Locations[0], RecordRules.SameField, context.TargetSymbol.Name, path)));

    public static IEnumerable<Mistake> FindTwice(IEnumerable<FieldClaim> claims) => claims
        .GroupBy(claim => claim.Field)
        .SelectMany(same => same.Skip(1))
        .Select(claim => claim.Twice);
}
