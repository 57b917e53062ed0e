namespace WhatsCommerce.Analyzers;

/// <summary>WC0010: an amount that comes from a double or becomes one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MoneyAnalyzer : SdkAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule.MoneyAsDouble];

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        if (start.Compilation.GetTypeByMetadataName(SdkTypes.Money) is not { } money)
        {
            return;
        }

        start.RegisterOperationAction(
            context => Look(context, (IObjectCreationOperation)context.Operation, money), OperationKind.ObjectCreation);
        start.RegisterOperationAction(
            context => Look(context, (ISimpleAssignmentOperation)context.Operation, money), OperationKind.SimpleAssignment);
        start.RegisterOperationAction(context => Look(context, (IConversionOperation)context.Operation, money), OperationKind.Conversion);
        start.RegisterOperationAction(context => Look(context, (IInvocationOperation)context.Operation, money), OperationKind.Invocation);
    }

    /// <summary><c>new Money((decimal)price, "EUR")</c>.</summary>
    private static void Look(OperationAnalysisContext context, IObjectCreationOperation made, INamedTypeSymbol money)
    {
        if (made.Type.Is(money) && made.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "Amount") is { } amount)
        {
            Look(context, amount.Value);
        }
    }

    /// <summary><c>price with { Amount = (decimal)reduced }</c>.</summary>
    private static void Look(OperationAnalysisContext context, ISimpleAssignmentOperation assignment, INamedTypeSymbol money)
    {
        if (IsAmount(assignment.Target, money))
        {
            Look(context, assignment.Value);
        }
    }

    /// <summary><c>(double)price.Amount</c>.</summary>
    private static void Look(OperationAnalysisContext context, IConversionOperation conversion, INamedTypeSymbol money)
    {
        if (IsFloating(conversion.Type) && IsAmount(conversion.Operand, money))
        {
            Report(context, conversion, conversion.Type!);
        }
    }

    /// <summary><c>Convert.ToDouble(price.Amount)</c>, <c>decimal.ToDouble(price.Amount)</c>.</summary>
    private static void Look(OperationAnalysisContext context, IInvocationOperation call, INamedTypeSymbol money)
    {
        if (IsFloating(call.TargetMethod.ReturnType) && call.Arguments is [{ } argument] && IsAmount(argument.Value, money))
        {
            Report(context, call, call.TargetMethod.ReturnType);
        }
    }

    private static void Look(OperationAnalysisContext context, IOperation amount)
    {
        IOperation? from = amount switch
        {
            IConversionOperation { Operand: { } operand } => operand,
            IInvocationOperation { TargetMethod.ContainingType.Name: "Convert" or "Decimal", Arguments: [{ } argument] } => argument.Value,
            IObjectCreationOperation { Type.SpecialType: SpecialType.System_Decimal, Arguments: [{ } argument] } => argument.Value,
            _ => null,
        };
        if (from is not null && IsFloating(from.Type))
        {
            Report(context, amount, from.Type!);
            return;
        }

        foreach (IOperation part in Parts(amount))
        {
            Look(context, part);
        }
    }

    /// <summary>The parts that an amount is calculated from, if visible: <c>Math.Round((decimal)price * 1.19m, 2)</c>.</summary>
    private static IEnumerable<IOperation> Parts(IOperation amount) => amount switch
    {
        IBinaryOperation { LeftOperand: { } left, RightOperand: { } right } => [left, right],
        IUnaryOperation { Operand: { } operand } => [operand],
        IConditionalOperation { WhenTrue: { } one, WhenFalse: { } other } => [one, other],
        IInvocationOperation { TargetMethod.ContainingType.Name: "Math" or "Decimal" } call => call.Arguments.Select(each => each.Value),
        _ => [],
    };

    private static bool IsAmount(IOperation operation, INamedTypeSymbol money) =>
        operation is IPropertyReferenceOperation { Property.Name: "Amount" } reference && reference.Property.ContainingType.Is(money);

    private static bool IsFloating(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Double or SpecialType.System_Single;

    private static void Report(OperationAnalysisContext context, IOperation operation, ITypeSymbol type) =>
        context.ReportDiagnostic(Diagnostic.Create(Rule.MoneyAsDouble, operation.Syntax.GetLocation(), type.ToDisplayString()));
}
