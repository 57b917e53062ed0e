using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WhatsCommerce.Generators.Writing;

namespace WhatsCommerce.Generators.Records;

/// <summary>
/// Writes how webhook records are read from JSON: for each its constructors and its draft, and for all of them which field is whose.
/// </summary>
[Generator]
public sealed class RecordGenerator : IIncrementalGenerator
{
    private const string Room = "WhatsCommerce.Webhooks.";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<RecordModel> events = Find(context, "WebhookFieldAttribute");
        context.RegisterSourceOutput(events, Write);
        context.RegisterSourceOutput(Find(context, "WebhookPartAttribute"), Write);
        context.RegisterSourceOutput(events.Collect(), Register);
    }

    private static IncrementalValuesProvider<RecordModel> Find(IncrementalGeneratorInitializationContext context, string attribute) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
            Room + attribute, static (node, _) => node is RecordDeclarationSyntax, RecordDeclaration.Read);

    private static void Write(SourceProductionContext context, RecordModel record)
    {
        foreach (Finding finding in record.Findings)
        {
            context.ReportDiagnostic(finding.ToDiagnostic());
        }

        if (record.Findings.Count == 0)
        {
            context.AddSource(record.Name + ".g.cs", RecordWriter.Write(record));
        }
    }

    private static void Register(SourceProductionContext context, ImmutableArray<RecordModel> records)
    {
        foreach (Finding finding in RegistrationWriter.FindTwice(records))
        {
            context.ReportDiagnostic(finding.ToDiagnostic());
        }

        if (records.Length > 0)
        {
            context.AddSource("FieldReaders.g.cs", RegistrationWriter.Write(records.Where(record => record.Findings.Count == 0)));
        }
    }
}
