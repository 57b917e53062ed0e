using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WhatsCommerce.Analyzers;

/// <summary>WC0005: a builder that is discarded, or serialized as JSON, without <c>Build</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotBuiltAnalyzer : SdkAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule.NotBuilt];

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        Builders builders = new(
            start.Compilation.GetTypeByMetadataName(SdkTypes.MessageBuilder),
            start.Compilation.GetTypeByMetadataName(SdkTypes.TemplateBuilder));
        start.RegisterOperationAction(
            context =>
            {
                // The expression of a lambda is a statement too; its return value may be used.
                if (context.Operation.Syntax is ExpressionStatementSyntax
                    || context.Operation.Parent is IBlockOperation { Parent: IMethodBodyOperation or ILocalFunctionOperation })
                {
                    Look(context, ((IExpressionStatementOperation)context.Operation).Operation, builders);
                }
            },
            OperationKind.ExpressionStatement);
        start.RegisterOperationAction(
            context => Look(context, (IVariableDeclaratorOperation)context.Operation, builders), OperationKind.VariableDeclarator);
        start.RegisterOperationAction(
            context => Look(context, (IArgumentOperation)context.Operation, builders), OperationKind.Argument);
    }

    /// <summary>Checks a statement that starts a message and discards it.</summary>
    private static void Look(OperationAnalysisContext context, IOperation statement, Builders builders)
    {
        IOperation dropped = statement is ISimpleAssignmentOperation { Target: IDiscardOperation } discarded ? discarded.Value : statement;
        if (builders.Begins(dropped))
        {
            Report(context, dropped);
        }
    }

    /// <summary>Checks a local that is only configured.</summary>
    private static void Look(OperationAnalysisContext context, IVariableDeclaratorOperation declarator, Builders builders)
    {
        if (!builders.Includes(declarator.Symbol.Type) || declarator.Initializer?.Value is not { } value || !builders.Begins(value))
        {
            return;
        }

        IOperation root = declarator;
        while (root.Parent is not null)
        {
            root = root.Parent;
        }

        IEnumerable<ILocalReferenceOperation> uses = root.Descendants().OfType<ILocalReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, declarator.Symbol));
        if (uses.All(use => IsOnlyFilledIn(use, builders)))
        {
            Report(context, value);
        }
    }

    /// <summary>Checks a builder that is serialized as JSON: its public members are not the message.</summary>
    private static void Look(OperationAnalysisContext context, IArgumentOperation argument, Builders builders)
    {
        if (argument.Parameter?.ContainingNamespace?.ToDisplayString() is "System.Text.Json" or "System.Net.Http.Json"
            && builders.Includes(argument.Value.Unwrap().Type))
        {
            Report(context, argument.Value.Unwrap());
        }
    }

    private static bool IsOnlyFilledIn(IOperation use, Builders builders)
    {
        IOperation at = use;
        while (at.Parent is IInvocationOperation { Instance: { } instance } call && instance == at)
        {
            if (!builders.Includes(call.Type))
            {
                return false;
            }

            at = call;
        }

        return at.Parent is IExpressionStatementOperation && at is IInvocationOperation;
    }

    private static void Report(OperationAnalysisContext context, IOperation builder) =>
        context.ReportDiagnostic(Diagnostic.Create(Rule.NotBuilt, builder.Syntax.GetLocation(), builder.Type?.Name));

    /// <summary>The builders of messages and templates.</summary>
    private sealed record Builders(INamedTypeSymbol? Messages, INamedTypeSymbol? Templates)
    {
        public bool Includes(ITypeSymbol? type) => type.Is(Messages) || type.Is(Templates);

        /// <summary>Whether a value is a builder that the same expression created.</summary>
        public bool Begins(IOperation value) =>
            value.Unwrap() is IInvocationOperation call && Includes(call.Type)
                && Chain.EndingWith(call) is { IsWhole: true, Calls: [{ } first, ..] }
                && first.TargetMethod.ContainingType.Name is "Message" or "Template"
                && first.TargetMethod.ContainingAssembly.Name == "WhatsCommerce.Sdk";
    }
}
