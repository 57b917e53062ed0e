namespace WhatsCommerce.Generators.OpenWords;

/// <summary>Reads and validates the declaration of an open word.</summary>
internal static class OpenWordReader
{
    private static readonly (string Method, Func<string, string> Fold)[] Cases =
    [
        ("", word => word),
        ("ToUpperInvariant", word => word.ToUpperInvariant()),
        ("ToLowerInvariant", word => word.ToLowerInvariant()),
    ];

    public static Found<OpenWord> Read(GeneratorAttributeSyntaxContext declaration)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)declaration.TargetSymbol;
        TypeDeclarationSyntax syntax = (TypeDeclarationSyntax)declaration.TargetNode;
        AttributeData attribute = declaration.Attributes[0];
        (string method, Func<string, string> fold) = Cases[attribute.Named("Case") is { Value: int index } ? index : 0];

        List<(IPropertySymbol Property, Word Word)> words = [];
        foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (property.Find(OpenWordAttributes.Word) is { ConstructorArguments: [{ Value: string text }, ..] } word)
            {
                words.Add((property, new(property.Name, text, word.Named("OtherSpelling")?.Value as string)));
            }
        }

        string[] alsoKnown = attribute.Named("AlsoKnown") is { Kind: TypedConstantKind.Array, Values: var values }
            ? [.. values.Select(value => value.Value as string ?? "")]
            : [];
        List<Mistake> mistakes = [];
        Location location = syntax.Identifier.GetLocation();
        if (!DeclaredType.IsPartial(syntax))
        {
            mistakes.Add(Mistake.At(location, OpenWordRules.NotPartial, type.Name));
        }

        if (words.Count == 0)
        {
            mistakes.Add(Mistake.At(location, OpenWordRules.NoWords, type.Name));
        }

        Judge(type.Name, words, alsoKnown, location, fold, mistakes);
        OpenWord model = new(
            DeclaredType.Of(type),
            method,
            attribute.Named("HasValue") is { Value: true },
            attribute.Named("FromString") is { Value: true },
            type.GetMembers("IsKnown").IsEmpty,
            new(words.Select(word => word.Word)),
            new(alsoKnown));
        return new(mistakes.Count == 0 ? model : null, new(mistakes));
    }

    private static void Judge(
        string type,
        List<(IPropertySymbol Property, Word Word)> words,
        string[] alsoKnown,
        Location location,
        Func<string, string> fold,
        List<Mistake> mistakes)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        IEnumerable<(string? Text, Location Location)> all = words
            .SelectMany(
                word => new[] { (word.Word.Text, word.Property.Locations[0]), (word.Word.OtherSpelling, word.Property.Locations[0]) })
            .Concat(alsoKnown.Select(text => ((string?)text, location)));
        foreach ((string? text, Location at) in all)
        {
            if (text is null)
            {
                continue;
            }

            if (string.IsNullOrWhiteSpace(text))
            {
                mistakes.Add(Mistake.At(at, OpenWordRules.BlankWord, type));
            }
            else if (!seen.Add(text))
            {
                mistakes.Add(Mistake.At(at, OpenWordRules.SameWordTwice, type, text));
            }
            else if (fold(text) != text)
            {
                mistakes.Add(Mistake.At(at, OpenWordRules.WrongCase, type, fold("a") == "A" ? "capitals" : "small letters", text));
            }
        }
    }
}
