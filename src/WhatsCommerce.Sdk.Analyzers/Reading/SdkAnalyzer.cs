namespace WhatsCommerce.Analyzers;

/// <summary>An analyzer that does nothing in a compilation without the SDK, and looks its types up once in one with it.</summary>
public abstract class SdkAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(SdkTypes.Message) is not null)
            {
                Start(start);
            }
        });
    }

    /// <summary>Registers what looks at the code of a compilation that refers to the SDK.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext start);
}
