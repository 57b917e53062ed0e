namespace WhatsCommerce.Analyzers;

/// <summary>Reads what the rules ask of operations.</summary>
internal static class Operations
{
    /// <summary>Removes conversions and parentheses.</summary>
    public static IOperation Unwrap(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The text of a literal or constant, within conversions; <see langword="null"/> if unknown.</summary>
    public static string? Text(this IOperation operation) =>
        operation.Unwrap().ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>Whether the value is known to be null or empty.</summary>
    public static bool IsNullOrEmptyText(this IOperation operation) =>
        operation.Unwrap().ConstantValue is { HasValue: true, Value: null or "" };

    /// <summary>The elements of a literal collection, or of a <c>params</c> argument.</summary>
    /// <returns><see langword="null"/> when not all of them are in the code.</returns>
    public static IReadOnlyList<IOperation>? Elements(this IArgumentOperation argument)
    {
        IEnumerable<IOperation>? elements = argument.Value.Unwrap() switch
        {
            ICollectionExpressionOperation collection => collection.Elements,
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] } => [],
            _ => null,
        };
        IOperation[]? all = elements?.ToArray();
        return all is null || all.Any(element => element is ISpreadOperation) ? null : all;
    }

    /// <summary>The argument of a parameter; <see langword="null"/> when there is no such parameter.</summary>
    public static IArgumentOperation? Argument(this IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter);

    /// <summary>Whether a type is another, or derives from it; of generic types the definitions are compared.</summary>
    public static bool Is(this ITypeSymbol? type, INamedTypeSymbol? other)
    {
        for (ITypeSymbol? at = type; at is not null && other is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Counts characters like the limits: Unicode scalar values.</summary>
    public static int Characters(this string text)
    {
        int count = text.Length;
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
            {
                count--;
            }
        }

        return count;
    }
}
