namespace WhatsCommerce.Generators.Records;

/// <summary>Generates the readers of webhook records: the constructors and draft of each, and the mapping of fields to records.</summary>
[Generator]
public sealed class RecordGenerator : IIncrementalGenerator
{
    /// <summary>The namespace of the records and their attributes.</summary>
    internal const string Room = "WhatsCommerce.Webhooks.";

    /// <summary>The namespace of their readers.</summary>
    internal const string JsonRoom = "WhatsCommerce.Webhooks.Json";

    /// <summary>The step whose results are compared after an edit, by name for the tests.</summary>
    internal const string Step = "WebhookRecords";

    private const string FieldAttribute = Room + "WebhookFieldAttribute";
    private const string PartAttribute = Room + "WebhookPartAttribute";
    private const string PayloadAttribute = Room + "WebhookPayloadAttribute";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<Found<RecordModel>> events = Find(context, FieldAttribute, RecordDeclaration.Read).WithTrackingName(Step);
        context.RegisterSourceOutput(events, static (output, found) =>
        {
            output.Add(found, RecordWriter.WriteConstructors, record => record.Type.FileName("Constructors"));
            output.Add(found with { Mistakes = default }, RecordWriter.WriteDraft, FileName);
        });
        foreach (string attribute in (string[])[PartAttribute, PayloadAttribute])
        {
            context.RegisterSourceOutput(
                Find(context, attribute, RecordDeclaration.Read).WithTrackingName(Step),
                static (output, found) => output.Add(found, RecordWriter.WriteDraft, FileName));
        }

        context.RegisterSourceOutput(
            events.Select(static (found, _) => found.Model).Collect(),
            static (output, records) =>
            {
                if (records.OfType<RecordModel>().ToArray() is { Length: > 0 } written)
                {
                    output.AddSource(JsonRoom + ".FieldReaders.g.cs", RegistrationWriter.Write(written));
                }
            });
        context.RegisterSourceOutput(Find(context, FieldAttribute, FieldClaim.Read).Collect(), static (output, claims) =>
        {
            foreach (Mistake mistake in FieldClaim.FindTwice(claims.SelectMany(claim => claim)))
            {
                output.ReportDiagnostic(mistake.ToDiagnostic());
            }
        });
    }

    private static string FileName(RecordModel record) => $"{JsonRoom}.{record.Draft}.g.cs";

    private static IncrementalValuesProvider<T> Find<T>(
        IncrementalGeneratorInitializationContext context, string attribute, Func<GeneratorAttributeSyntaxContext, T> read) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
            attribute, static (node, _) => node is RecordDeclarationSyntax, (declaration, _) => read(declaration));
}
