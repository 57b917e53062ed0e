namespace WhatsCommerce.Analyzers;

/// <summary>WC0009: a body that was read as text, or parsed, before its signature is verified.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VerifiedBodyAnalyzer : SdkAnalyzer
{
    private static readonly HashSet<string> Readers =
        new(StringComparer.Ordinal) { "ReadToEnd", "ReadToEndAsync", "ReadAsStringAsync", "ReadLine", "ReadLineAsync", "GetRawText" };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule.BodyNotAsReceived];

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        INamedTypeSymbol? signature = start.Compilation.GetTypeByMetadataName(SdkTypes.WebhookSignature);
        if (signature is not null)
        {
            start.RegisterOperationAction(
                context =>
                {
                    IInvocationOperation call = (IInvocationOperation)context.Operation;
                    if (call.TargetMethod.Name == "Verify" && call.TargetMethod.ContainingType.Is(signature)
                        && call.Argument("body") is { } body && Problem(body.Value) is { } problem)
                    {
                        context.ReportDiagnostic(Diagnostic.Create(
                            Rule.BodyNotAsReceived, body.Value.Unwrap().Syntax.GetLocation(), problem));
                    }
                },
                OperationKind.Invocation);
        }
    }

    private static string? Problem(IOperation body) => Origin(body) switch
    {
        IInvocationOperation { TargetMethod: { Name: "GetBytes", ContainingType: { } type } } call
            when IsEncoding(type) && call.Arguments.FirstOrDefault() is { } text && IsRead(text.Value) =>
            "This body was read as text and encoded again",
        IInvocationOperation { TargetMethod: { Name: "SerializeToUtf8Bytes", ContainingType.Name: "JsonSerializer" } } =>
            "This body was parsed and serialized again",
        _ => null,
    };

    private static bool IsEncoding(ITypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString() == "System.Text" && type.Name.EndsWith("Encoding", StringComparison.Ordinal);

    private static bool IsRead(IOperation text) =>
        Origin(text) is IInvocationOperation { TargetMethod: { } method } && Readers.Contains(method.Name);

    /// <summary>The origin of a value: through awaits, and through the declarations of locals.</summary>
    private static IOperation Origin(IOperation value)
    {
        // A local may be initialized from another one; only a few steps are followed.
        for (int i = 0; i < 8; i++)
        {
            value = value.Unwrap();
            if (value is IAwaitOperation awaited)
            {
                value = awaited.Operation;
            }
            else if (value is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } instance })
            {
                value = instance;
            }
            else if (value is ILocalReferenceOperation local && Declaration(local) is { } declared)
            {
                value = declared;
            }
            else
            {
                break;
            }
        }

        return value;
    }

    private static IOperation? Declaration(ILocalReferenceOperation reference)
    {
        IOperation root = reference;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        return root.Descendants().OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, reference.Local))?.Initializer?.Value;
    }
}
