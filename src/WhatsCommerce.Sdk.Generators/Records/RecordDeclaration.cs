using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WhatsCommerce.Generators.Writing;

namespace WhatsCommerce.Generators.Records;

/// <summary>Reads the declaration of a webhook record into its model, and finds what is wrong with it.</summary>
internal sealed class RecordDeclaration
{
    private static readonly string[] CustomerIds = ["WaId", "PhoneNumber", "UserId", "ParentUserId", "Username"];

    private readonly INamedTypeSymbol _type;
    private readonly List<Finding> _findings = [];
    private readonly List<MemberModel> _members = [];
    private readonly List<MemberModel> _headMembers = [];
    private readonly List<HeadValue> _head = [];

    private RecordDeclaration(INamedTypeSymbol type) => _type = type;

    public static RecordModel Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var declaration = new RecordDeclaration((INamedTypeSymbol)context.TargetSymbol);
        cancellationToken.ThrowIfCancellationRequested();
        return declaration.Read(context.Attributes, (TypeDeclarationSyntax)context.TargetNode);
    }

    private RecordModel Read(ImmutableArray<AttributeData> attributes, TypeDeclarationSyntax syntax)
    {
        FieldModel[] fields = [.. attributes.SelectMany(FieldsOf)];
        RecordKind kind = attributes[0].AttributeClass!.Name is "WebhookPartAttribute" ? RecordKind.Part
            : fields.Any(field => field.Items is not null) ? RecordKind.Item
            : RecordKind.Value;
        if (!syntax.Modifiers.Any(SyntaxKind.PartialKeyword) && kind != RecordKind.Part)
        {
            Report(_type, RecordFindings.NotPartial);
        }

        CheckBase(kind);
        foreach (INamedTypeSymbol type in BasesAndSelf())
        {
            foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
            {
                AddProperty(property, kind);
            }
        }

        foreach (INamedTypeSymbol type in BasesAndSelf())
        {
            foreach (AttributeData head in AttributesOf(type, "WireHeadAttribute"))
            {
                AddHead(head);
            }
        }

        CheckPaths();
        return new(
            _type.ContainingNamespace.ToDisplayString(),
            _type.Name,
            kind,
            fields.ToEquatableArray(),
            _members.ToEquatableArray(),
            _headMembers.ToEquatableArray(),
            _head.ToEquatableArray(),
            _findings.ToEquatableArray());
    }

    private static IEnumerable<AttributeData> AttributesOf(ISymbol symbol, string name) =>
        symbol.GetAttributes().Where(attribute => attribute.AttributeClass?.Name == name);

    private static object? NamedArgument(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    private IEnumerable<FieldModel> FieldsOf(AttributeData attribute)
    {
        if (attribute.ConstructorArguments is [{ Value: string name }])
        {
            string? items = (string?)NamedArgument(attribute, "Items");
            yield return new(name, items, Finding.At(_type, RecordFindings.SameField, items is null ? name : $"{name}.{items}"));
        }
    }

    // The bases first: what all events of a family have in common comes before what one of them has.
    private IEnumerable<INamedTypeSymbol> BasesAndSelf()
    {
        Stack<INamedTypeSymbol> types = [];
        for (INamedTypeSymbol? type = _type; type is { Name: not "WebhookEvent", SpecialType: not SpecialType.System_Object }; type = type.BaseType)
        {
            types.Push(type);
        }

        return types;
    }

    private void CheckBase(RecordKind kind)
    {
        if (kind == RecordKind.Part)
        {
            if (!_type.IsRecord || !_type.GetMembers("AdditionalProperties").Any())
            {
                Report(_type, RecordFindings.WrongBase, "a record with AdditionalProperties { get; internal init; }, for what it does not know");
            }

            return;
        }

        INamedTypeSymbol? type = _type.BaseType;
        while (type is { Name: not "WebhookEvent" })
        {
            type = type.BaseType;
        }

        if (type is null)
        {
            Report(_type, RecordFindings.WrongBase, "derived from WebhookEvent");
        }
    }

    private void AddProperty(IPropertySymbol property, RecordKind kind)
    {
        foreach (AttributeData wire in AttributesOf(property, "WireAttribute"))
        {
            var paths = wire.ConstructorArguments[0].Values.Select(value => (string)value.Value!).ToEquatableArray();
            bool isId = NamedArgument(wire, "IsId") is true;
            Reading? reading = NamedArgument(wire, "Reader") is ITypeSymbol reader
                ? Reading.By(reader, property.Type)
                : Reading.Of(property.Type, isId);
            if (reading is null)
            {
                Report(property, RecordFindings.UnknownType, property.Type.ToDisplayString());
                continue;
            }

            if (paths.Count == 0 != (reading == Reading.Customer))
            {
                Report(property, RecordFindings.WrongNames, "must name the member that holds it; only of a customer the members stand in the object itself");
            }

            var member = new MemberModel(property.Name, reading, paths, (string?)NamedArgument(wire, "Missing"));
            CheckRequired(property, member, kind);
            _members.Add(member);
        }
    }

    private void CheckRequired(IPropertySymbol property, MemberModel member, RecordKind kind)
    {
        if (property.IsRequired != member.Missing is not null)
        {
            Report(property, RecordFindings.WrongRequired, "must be required and have the reason Missing, or neither");
        }
        else if (member.Missing is not null && (kind != RecordKind.Item || !member.Reading.IsText))
        {
            Report(property, RecordFindings.WrongRequired, "cannot be required: only a text of an item can");
        }
    }

    private void AddHead(AttributeData attribute)
    {
        foreach (KeyValuePair<string, TypedConstant> part in attribute.NamedArguments)
        {
            string path = (string)part.Value.Value!;
            if (_members.FirstOrDefault(member => member.Paths is [var only] && only == path) is { } shared)
            {
                _head.Add(new(part.Key, shared.Field));
                continue;
            }

            string property = CustomerIds.Contains(part.Key) ? "Customer" + part.Key : part.Key;
            var member = new MemberModel(property, part.Key is "Timestamp" ? Reading.Time : Reading.Id, new([path]), null);
            _headMembers.Add(member);
            _head.Add(new(part.Key, member.Field));
        }
    }

    private void CheckPaths()
    {
        List<(string Path, string Property)> seen = [];
        foreach (MemberModel member in _members.Concat(_headMembers))
        {
            foreach (string path in member.Paths)
            {
                if (seen.Any(other => Wire.Collide(other.Path, path)))
                {
                    ISymbol at = _type.GetMembers(member.Property).FirstOrDefault() ?? _type;
                    Report(at, RecordFindings.SameName, path);
                }

                seen.Add((path, member.Property));
            }
        }
    }

    private void Report(ISymbol symbol, DiagnosticDescriptor descriptor, string detail = "") => _findings.Add(Finding.At(symbol, descriptor, detail));
}
