using System.Globalization;

namespace WhatsCommerce.Analyzers;

/// <summary>WC0001: a literal or a constant is over a limit.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OverLimitAnalyzer : SdkAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule.OverLimit];

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        Dictionary<ISymbol, LimitedMember> limits = Find(start.Compilation);
        start.RegisterOperationAction(context => Look(context, (IArgumentOperation)context.Operation, limits), OperationKind.Argument);
        start.RegisterOperationAction(context => Look(context, (IConversionOperation)context.Operation, limits), OperationKind.Conversion);
        start.RegisterOperationAction(
            context => Look(context, (ISimpleAssignmentOperation)context.Operation, limits), OperationKind.SimpleAssignment);
    }

    /// <summary>Finds the symbols of the table.</summary>
    internal static Dictionary<ISymbol, LimitedMember> Find(Compilation compilation)
    {
        Dictionary<ISymbol, LimitedMember> found = new(SymbolEqualityComparer.Default);
        foreach (IGrouping<string, LimitedMember> members in LimitTable.All.GroupBy(limited => limited.Type))
        {
            if (compilation.GetTypeByMetadataName(members.Key) is not { } type)
            {
                continue;
            }

            foreach (LimitedMember limited in members)
            {
                foreach (ISymbol member in type.GetMembers(limited.Member))
                {
                    ISymbol? symbol = limited.Parameter is null
                        ? member as IPropertySymbol
                        : (member as IMethodSymbol)?.Parameters.FirstOrDefault(parameter => parameter.Name == limited.Parameter);
                    if (symbol is not null)
                    {
                        found[symbol] = limited;
                    }
                }
            }
        }

        return found;
    }

    private static void Look(OperationAnalysisContext context, IArgumentOperation argument, Dictionary<ISymbol, LimitedMember> limits)
    {
        if (argument.Parameter is { } parameter && limits.TryGetValue(parameter.OriginalDefinition, out LimitedMember? limited))
        {
            ITypeSymbol? receiver = (argument.Parent as IInvocationOperation)?.Instance?.Type;
            bool hasOwn = limited.ReceiverWithOwnLimit is not null && limited.ReceiverWithOwnLimit == receiver?.Name;
            Look(context, argument.Value, hasOwn ? limited.LimitOfReceiver! : limited.Limit, limited.CanBeShortened);
        }
    }

    private static void Look(OperationAnalysisContext context, IConversionOperation conversion, Dictionary<ISymbol, LimitedMember> limits)
    {
        if (conversion.OperatorMethod is { Parameters: [{ } parameter] }
            && limits.TryGetValue(parameter.OriginalDefinition, out LimitedMember? limited))
        {
            Look(context, conversion.Operand, limited.Limit);
        }
    }

    private static void Look(
        OperationAnalysisContext context, ISimpleAssignmentOperation assignment, Dictionary<ISymbol, LimitedMember> limits)
    {
        if (assignment.Target is IPropertyReferenceOperation { Property: { } property }
            && limits.TryGetValue(property.OriginalDefinition, out LimitedMember? limited))
        {
            Look(context, assignment.Value, limited.Limit);
        }
    }

    private static void Look(OperationAnalysisContext context, IOperation value, Limit limit, bool canBeShortened = false)
    {
        IOperation constant = value.Unwrap();
        (string Found, string Cure)? over = constant.ConstantValue switch
        {
            { HasValue: true, Value: string text } when text.Characters() is int count && count > limit.Most =>
                ($"{limit.What} has {Number(count)} characters", "shorten it"),
            { HasValue: true, Value: int number } when number > limit.Most => ($"{limit.What} is {Number(number)}", "lower it"),
            _ => null,
        };
        if (over is { } problem && !(canBeShortened && Shortening.IsPossible(value)))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule.OverLimit, constant.Syntax.GetLocation(), problem.Found, Number(limit.Most), limit.Name, problem.Cure));
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
