using System.Collections.Immutable;

namespace WhatsCommerce.Generators.Records;

/// <summary>Reads the declaration of a webhook record into its model, and finds errors in it.</summary>
internal sealed class RecordDeclaration
{
    private const string Wired = RecordGenerator.Room + "WireAttribute";
    private const string Head = RecordGenerator.Room + "WireHeadAttribute";

    private static readonly string[] CustomerIds = ["WaId", "PhoneNumber", "UserId", "ParentUserId", "Username"];

    private readonly INamedTypeSymbol _type;
    private readonly List<Mistake> _mistakes = [];
    private readonly List<MemberModel> _members = [];
    private readonly List<MemberModel> _headMembers = [];
    private readonly List<HeadValue> _head = [];

    private RecordDeclaration(INamedTypeSymbol type) => _type = type;

    public static Found<RecordModel> Read(GeneratorAttributeSyntaxContext context) =>
        new RecordDeclaration((INamedTypeSymbol)context.TargetSymbol).Read(context.Attributes, (TypeDeclarationSyntax)context.TargetNode);

    private Found<RecordModel> Read(ImmutableArray<AttributeData> attributes, TypeDeclarationSyntax syntax)
    {
        FieldModel[] fields = [.. attributes.SelectMany(FieldsOf)];
        RecordKind kind = attributes[0].AttributeClass!.Name switch
        {
            "WebhookPartAttribute" => RecordKind.Part,
            "WebhookPayloadAttribute" => RecordKind.Payload,
            _ => fields.Any(field => field.Items is not null) ? RecordKind.Item : RecordKind.Value,
        };
        if (!DeclaredType.IsPartial(syntax) && kind is RecordKind.Item or RecordKind.Value)
        {
            Report(_type, RecordRules.NotPartial);
        }

        CheckBase(kind);
        foreach (INamedTypeSymbol type in BasesAndSelf())
        {
            foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
            {
                if (property.Find(Wired) is { } wire)
                {
                    AddProperty(property, wire, kind);
                }
            }
        }

        foreach (INamedTypeSymbol type in BasesAndSelf())
        {
            if (type.Find(Head) is { } head)
            {
                AddHead(head);
            }
        }

        CheckPaths();
        RecordModel model = new(DeclaredType.Of(_type), kind, new(fields), new(_members), new(_headMembers), new(_head));
        return new(_mistakes.Count == 0 ? model : null, new(_mistakes));
    }

    /// <summary>The fields of an attribute.</summary>
    public static IEnumerable<FieldModel> FieldsOf(AttributeData attribute)
    {
        if (attribute.ConstructorArguments is [{ Value: string name }])
        {
            yield return new(name, attribute.Named("Items")?.Value as string);
        }
    }

    // The bases first: members that all events of a family have come before those of one.
    private Stack<INamedTypeSymbol> BasesAndSelf()
    {
        Stack<INamedTypeSymbol> types = [];
        for (INamedTypeSymbol? type = _type;
            type is { Name: not "WebhookEvent", SpecialType: not SpecialType.System_Object };
            type = type.BaseType)
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
                Report(
                    _type, RecordRules.WrongBase, "a record with AdditionalProperties { get; internal init; }, for what it does not know");
            }

            return;
        }

        string name = kind == RecordKind.Payload ? "MessageEvent" : "WebhookEvent";
        INamedTypeSymbol? type = _type.BaseType;
        while (type is not null && type.Name != name)
        {
            type = type.BaseType;
        }

        if (type is null)
        {
            Report(_type, RecordRules.WrongBase, "derived from " + name);
        }
    }

    private void AddProperty(IPropertySymbol property, AttributeData wire, RecordKind kind)
    {
        Reading? reading = wire.Named("Reader")?.Value is ITypeSymbol reader
            ? Reading.By(reader, property.Type)
            : Reading.Of(property.Type, wire.Named("IsId")?.Value is true, wire.Named("IsWord")?.Value is true)
                ?? (kind == RecordKind.Payload && property.IsRequired ? Reading.OfRequired(property.Type) : null);
        if (reading is null)
        {
            Report(property, RecordRules.UnknownType, property.Type.ToDisplayString());
            return;
        }

        string[] paths = [.. wire.ConstructorArguments[0].Values.Select(value => (string)value.Value!)];
        bool isInner = kind == RecordKind.Payload && paths.Any(path => path.Contains('.'));
        if (paths.Length == 0 != (reading == Reading.Customer) || isInner)
        {
            Report(property, RecordRules.WrongNames);
        }

        var member = new MemberModel(property.Name, reading, new(paths), wire.Named("Missing")?.Value as string);
        CheckRequired(property, member, kind);
        _members.Add(member);
    }

    private void CheckRequired(IPropertySymbol property, MemberModel member, RecordKind kind)
    {
        // In a payload, properties need not be required, so that tests of an app set only those that they need.
        if (property.IsRequired ? member.Missing is null : member.Missing is not null && kind != RecordKind.Payload)
        {
            Report(property, RecordRules.WrongRequired, "must be required and have the reason Missing, or neither");
        }
        else if (member.Missing is not null && kind != RecordKind.Payload && (kind != RecordKind.Item || !member.Reading.IsText))
        {
            Report(property, RecordRules.WrongRequired, "cannot be required: only a text of an item, or a member of a payload can");
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
                    Report(at, RecordRules.SameMember, path);
                }

                seen.Add((path, member.Property));
            }
        }
    }

    private void Report(ISymbol symbol, DiagnosticDescriptor rule, string detail = "") =>
        _mistakes.Add(Mistake.At(symbol.Locations[0], rule, symbol.Name, detail));
}
