namespace WhatsCommerce.Generators.OpenWords;

/// <summary>Generates the members that all open words have: constructor, value, known words and text.</summary>
[Generator]
public sealed class OpenWordGenerator : IIncrementalGenerator
{
    /// <summary>The step whose results are compared after an edit, by name for the tests.</summary>
    internal const string Step = "OpenWords";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output =>
        {
            output.AddEmbeddedAttributeDefinition();
            output.AddSource("OpenWordAttributes.g.cs", OpenWordAttributes.Source);
        });
        IncrementalValuesProvider<Found<OpenWord>> words = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                OpenWordAttributes.OpenWord,
                static (node, _) => node is TypeDeclarationSyntax,
                static (declaration, _) => OpenWordReader.Read(declaration))
            .WithTrackingName(Step);
        context.RegisterSourceOutput(
            words, static (output, found) => output.Add(found, OpenWordWriter.Write, word => word.Type.FileName("Words")));
    }
}
