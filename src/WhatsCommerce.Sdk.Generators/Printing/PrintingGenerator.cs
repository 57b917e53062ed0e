using Microsoft.CodeAnalysis.CSharp;

namespace WhatsCommerce.Generators.Printing;

/// <summary>Generates <c>PrintMembers</c> of partial records: what a log may show of them.</summary>
/// <remarks>
/// For records with a marked member, and for those that derive from another record and would otherwise print all members. A record with its
/// own <c>PrintMembers</c> keeps it.
/// </remarks>
[Generator]
public sealed class PrintingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(static output =>
        {
            output.AddEmbeddedAttributeDefinition();
            output.AddSource("PrintingAttributes.g.cs", PrintingAttributes.Source);
        });
        IncrementalValuesProvider<Found<PrintedRecord>> records = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => MayBePrinted(node), static (declaration, _) => PrintedRecordReader.Read(declaration))
            .Where(static found => found is not null)!;
        context.RegisterSourceOutput(
            records, static (output, found) => output.Add(found, PrintingWriter.Write, record => record.Type.FileName("Printing")));
        IncrementalValueProvider<bool> areThere = records.Collect().Select(static (all, _) => all.Length > 0);
        context.RegisterSourceOutput(areThere, static (output, areThere) =>
        {
            if (areThere)
            {
                output.AddSource("Printing.g.cs", PrintingAttributes.Printing);
            }
        });
    }

    private static bool MayBePrinted(SyntaxNode node) =>
        node is RecordDeclarationSyntax record
        && record.IsKind(SyntaxKind.RecordDeclaration)
        && (DeclaredType.IsPartial(record)
            || record.Members.Any(member => member is PropertyDeclarationSyntax { AttributeLists.Count: > 0 }));
}
