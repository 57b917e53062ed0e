using System.Globalization;

namespace WhatsCommerce.Analyzers;

/// <summary>WC0011: a literal that cannot be a phone number.</summary>
/// <remarks>Less strict than <c>PhoneNumber.Parse</c>, which also knows the country codes.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PhoneNumberAnalyzer : SdkAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule.NotAPhoneNumber];

    /// <summary>The property of a diagnostic whose text starts with 00.</summary>
    internal const string HasTwoZeros = "HasTwoZeros";

    private protected override void Start(CompilationStartAnalysisContext start)
    {
        INamedTypeSymbol? recipient = start.Compilation.GetTypeByMetadataName(SdkTypes.Recipient);
        INamedTypeSymbol? number = start.Compilation.GetTypeByMetadataName(SdkTypes.PhoneNumber);
        INamedTypeSymbol? message = start.Compilation.GetTypeByMetadataName(SdkTypes.Message);
        start.RegisterOperationAction(
            context =>
            {
                IConversionOperation conversion = (IConversionOperation)context.Operation;
                if (conversion.OperatorMethod is not null && conversion.Type.Is(recipient))
                {
                    Look(context, conversion.Operand, mayBeUser: true);
                }
            },
            OperationKind.Conversion);
        start.RegisterOperationAction(
            context =>
            {
                IInvocationOperation call = (IInvocationOperation)context.Operation;
                IMethodSymbol method = call.TargetMethod;
                if (method.Parameters is [{ Type.SpecialType: SpecialType.System_String }, ..])
                {
                    // With a region, a number may be in national format.
                    bool parses = method.Name == "Parse" && method.ContainingType.Is(number) && method.Parameters.Length == 1;
                    bool names = method.Name == "FromString" && method.ContainingType.Is(recipient);
                    bool links = method.Name == "CatalogLink" && method.ContainingType.Is(message);
                    if (parses || names || links)
                    {
                        Look(context, call.Arguments[0].Value, mayBeUser: names);
                    }
                }
            },
            OperationKind.Invocation);
    }

    private static void Look(OperationAnalysisContext context, IOperation value, bool mayBeUser)
    {
        if (value.Text() is { } text && text.Trim().Length > 0 && Problem(text, mayBeUser) is { } problem)
        {
            bool hasTwoZeros = text.TrimStart().StartsWith("00", StringComparison.Ordinal);
            context.ReportDiagnostic(Diagnostic.Create(
                Rule.NotAPhoneNumber,
                value.Unwrap().Syntax.GetLocation(),
                hasTwoZeros ? ImmutableDictionary<string, string?>.Empty.Add(HasTwoZeros, "true") : null,
                mayBeUser ? "a recipient" : "a phone number",
                problem));
        }
    }

    private static string? Problem(string text, bool mayBeUser)
    {
        string trimmed = text.Trim();
        if (mayBeUser && trimmed is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', '.', ..])
        {
            return null;
        }

        if (trimmed.Any(char.IsLetter))
        {
            return mayBeUser
                ? "write a phone number such as +16505551234, or a user id such as US.13491208655302741918"
                : "write digits with the country code, such as +16505551234";
        }

        string digits = new([.. trimmed.Where(c => c is >= '0' and <= '9')]);
        string? length = digits.Length < PhoneNumberLengths.MinDigits ? Invariant($"at least {PhoneNumberLengths.MinDigits}")
            : digits.Length > PhoneNumberLengths.MaxDigits + 2 ? Invariant($"at most {PhoneNumberLengths.MaxDigits}")
            : null;
        return digits.StartsWith("00", StringComparison.Ordinal) ? "write + and the country code in place of 00"
            : digits.StartsWith("0", StringComparison.Ordinal)
                ? "it begins with 0, as within a country; write + and the country code before the number, without that 0"
            : length is not null ? Invariant($"a number has {length} digits with its country code, and this text has {digits.Length}")
            : null;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
