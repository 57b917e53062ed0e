namespace WhatsCommerce.Generators.Writing;

/// <summary>The partial type that is completed.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Keyword">The keyword: <c>record</c>, <c>record struct</c> or <c>class</c>.</param>
internal sealed record DeclaredType(string Namespace, string Name, string Keyword)
{
    public static DeclaredType Of(INamedTypeSymbol type) => new(
        type.ContainingNamespace is { IsGlobalNamespace: false } name ? name.ToDisplayString() : "",
        type.Name,
        type switch
        {
            { IsRecord: true, IsValueType: true } => "record struct",
            { IsRecord: true } => "record",
            { IsValueType: true } => "struct",
            _ => "class",
        });

    /// <summary>The name of the generated file.</summary>
    /// <param name="part">The generated part, such as <c>Words</c>.</param>
    public string FileName(string part) => $"{Namespace}.{Name}.{part}.g.cs".TrimStart('.');

    /// <summary>A file with the other part of the type.</summary>
    /// <param name="usings">The namespaces that the part needs.</param>
    /// <param name="write">Writes the members.</param>
    public string File(IEnumerable<string> usings, Action<SourceWriter> write) => SourceFile.Of(Namespace, usings, source =>
    {
        using (source.Braces($"partial {Keyword} {Name}"))
        {
            write(source);
        }
    });

    /// <summary>Whether a declaration is partial.</summary>
    public static bool IsPartial(TypeDeclarationSyntax type) => type.Modifiers.Any(modifier => modifier.Text == "partial");
}
