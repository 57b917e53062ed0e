using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace WhatsCommerce.Analyzers;

/// <summary>
/// WC0006 and WC0007: parameters that do not fit the template of a <c>*.template.json</c>, and such files that cannot be read.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TemplateAnalyzer : SdkAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule.TemplateMismatch, Rule.UnreadableTemplate];

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        AdditionalText[] files = [.. start.Options.AdditionalFiles.Where(IsTemplate)];
        if (files.Length == 0 || start.Compilation.GetTypeByMetadataName(SdkTypes.TemplateMessageBuilder) is not { } builder)
        {
            return;
        }

        Lazy<Dictionary<(string, string), TemplateSnapshot>> templates = new(() => Read(files));
        start.RegisterAdditionalFileAction(context =>
        {
            if (IsTemplate(context.AdditionalFile))
            {
                Check(context);
            }
        });
        start.RegisterOperationAction(
            context =>
            {
                IInvocationOperation call = (IInvocationOperation)context.Operation;
                if (call.Instance?.Type is { } type && type.Is(builder) && Chain.IsLast(call))
                {
                    Look(context, Chain.EndingWith(call), templates);
                }
            },
            OperationKind.Invocation);
    }

    private static bool IsTemplate(AdditionalText file) =>
        file.Path.EndsWith(TemplateSnapshot.FileSuffix, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<(string Name, string Language), TemplateSnapshot> Read(IEnumerable<AdditionalText> files)
    {
        Dictionary<(string, string), TemplateSnapshot> templates = [];
        foreach (AdditionalText file in files)
        {
            try
            {
                foreach (TemplateSnapshot template in TemplateSnapshot.Read(file.GetText()?.ToString() ?? ""))
                {
                    templates[(template.Name, template.Language)] = template;
                }
            }
            catch (FormatException)
            {
                // Reported as WC0007, once for each file.
            }
        }

        return templates;
    }

    private static void Check(AdditionalFileAnalysisContext context)
    {
        SourceText? text = context.AdditionalFile.GetText(context.CancellationToken);
        try
        {
            TemplateSnapshot.Read(text?.ToString() ?? "");
        }
        catch (FormatException exception)
        {
            string file = context.AdditionalFile.Path;
            context.ReportDiagnostic(Diagnostic.Create(
                Rule.UnreadableTemplate,
                Location.Create(file, default, default),
                Path.GetFileName(file),
                exception.Message));
        }
    }

    private static void Look(
        OperationAnalysisContext context, Chain chain, Lazy<Dictionary<(string Name, string Language), TemplateSnapshot>> templates)
    {
        if (chain is { IsWhole: true, Calls: [{ TargetMethod.Name: "Template" } first, ..] }
            && first.Argument("name")?.Value.Text() is { } name
            && first.Argument("language")?.Value.Text() is { } language
            && templates.Value.TryGetValue((name, language), out TemplateSnapshot? template))
        {
            foreach ((IInvocationOperation place, string problem) in TemplateFit.Problems(chain, template))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule.TemplateMismatch,
                    place.NameSyntax().GetLocation(),
                    string.Format(CultureInfo.InvariantCulture, "{0} ({1})", name, language),
                    problem));
            }
        }
    }
}
