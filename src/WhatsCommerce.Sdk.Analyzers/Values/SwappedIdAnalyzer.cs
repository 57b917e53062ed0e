namespace WhatsCommerce.Analyzers;

/// <summary>WC0002: a literal that is not a catalog id, perhaps because it was swapped with the retailer id.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwappedIdAnalyzer : SdkAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule.NotACatalogId];

    /// <summary>The property of a diagnostic whose ids can be swapped.</summary>
    internal const string CanSwap = "CanSwap";

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (start.Compilation.GetTypeByMetadataName(SdkTypes.CatalogId) is not { } catalogId
            || start.Compilation.GetTypeByMetadataName(SdkTypes.RetailerId) is not { } retailerId)
        {
            return;
        }

        start.RegisterOperationAction(
            context =>
            {
                IConversionOperation conversion = (IConversionOperation)context.Operation;
                if (conversion.OperatorMethod is not null && conversion.Type.Is(catalogId))
                {
                    Look(context, conversion, conversion.Operand, retailerId);
                }
            },
            OperationKind.Conversion);
        start.RegisterOperationAction(
            context =>
            {
                IObjectCreationOperation made = (IObjectCreationOperation)context.Operation;
                if (made.Type.Is(catalogId) && made.Arguments is [{ } argument])
                {
                    Look(context, made, argument.Value, retailerId);
                }
            },
            OperationKind.ObjectCreation);
    }

    private static void Look(OperationAnalysisContext context, IOperation id, IOperation value, INamedTypeSymbol retailerId)
    {
        if (value.Text() is not { Length: > 0 } text || string.IsNullOrWhiteSpace(text) || IsNumber(text))
        {
            return;
        }

        string? other = id.Parent is IArgumentOperation { Parent: IInvocationOperation call }
            ? call.Arguments.Where(argument => argument.Parameter?.Type.Is(retailerId) ?? false)
                .Select(argument => argument.Value.Text()).FirstOrDefault()
            : null;
        bool isSwapped = other is { Length: > 0 } && IsNumber(other);
        context.ReportDiagnostic(Diagnostic.Create(
            Rule.NotACatalogId,
            value.Syntax.GetLocation(),
            isSwapped ? ImmutableDictionary<string, string?>.Empty.Add(CanSwap, "true") : null,
            text,
            isSwapped ? ": swap it with the retailer id" : ": give the catalog's id, as the Commerce Manager shows it"));
    }

    private static bool IsNumber(string text) => text.All(c => c is >= '0' and <= '9');
}
