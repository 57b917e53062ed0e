namespace WhatsCommerce.Analyzers;

/// <summary>WC0008: a send in a handler, which may run again, without a once key.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OnceKeyAnalyzer : SdkAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule.SendWithoutOnceKey];

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        Compilation compilation = start.Compilation;
        INamedTypeSymbol? client = compilation.GetTypeByMetadataName(SdkTypes.MessagesClient);
        INamedTypeSymbol? options = compilation.GetTypeByMetadataName(SdkTypes.SendOptions);
        Handlers handlers = new(
            compilation.GetTypeByMetadataName(SdkTypes.WebhookHandler),
            compilation.GetTypeByMetadataName(SdkTypes.WebhooksBuilder),
            compilation.GetTypeByMetadataName(SdkTypes.StorefrontBuilder));
        if (handlers.Any)
        {
            start.RegisterOperationAction(
                context =>
                {
                    IInvocationOperation call = (IInvocationOperation)context.Operation;
                    if (call.TargetMethod.Name is "SendAsync" or "SendWithResponseAsync"
                        && call.TargetMethod.ContainingType.Is(client)
                        && LacksKey(call.Argument("options"), options)
                        && handlers.Contain(call, context.ContainingSymbol))
                    {
                        context.ReportDiagnostic(Diagnostic.Create(Rule.SendWithoutOnceKey, call.NameSyntax().GetLocation()));
                    }
                },
                OperationKind.Invocation);
        }
    }

    // Options that were created elsewhere may have one.
    private static bool LacksKey(IArgumentOperation? argument, INamedTypeSymbol? options) => argument?.Value.Unwrap() switch
    {
        null => false,
        IDefaultValueOperation => true,
        { ConstantValue: { HasValue: true, Value: null } } => true,
        IObjectCreationOperation made => made.Type.Is(options) && !(made.Initializer?.Initializers.Any(
            member => member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "OnceKey" } }) ?? false),
        _ => false,
    };

    private sealed record Handlers(INamedTypeSymbol? Interface, INamedTypeSymbol? Webhooks, INamedTypeSymbol? Storefront)
    {
        public bool Any => Interface is not null || Storefront is not null;

        public bool Contain(IOperation operation, ISymbol symbol)
        {
            for (IOperation? at = operation; at is not null; at = at.Parent)
            {
                if (at is IAnonymousFunctionOperation { Parent: { } converted } && IsGivenToABuilder(converted))
                {
                    return true;
                }
            }

            return symbol is IMethodSymbol { Name: "HandleAsync" } method && method.ContainingType.AllInterfaces.Any(
                implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, Interface)
                    && implemented.GetMembers("HandleAsync").Any(member => SymbolEqualityComparer.Default.Equals(
                        method.ContainingType.FindImplementationForInterfaceMember(member), method)));
        }

        private bool IsGivenToABuilder(IOperation converted)
        {
            IOperation? at = converted;
            while (at is IDelegateCreationOperation or IConversionOperation)
            {
                at = at.Parent;
            }

            return at is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { } method } }
                && ((method.Name is "Handle" or "HandleWhen" && method.ContainingType.Is(Webhooks))
                    || (method.Name == "On" && method.ContainingType.Is(Storefront)));
        }
    }
}
