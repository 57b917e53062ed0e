namespace WhatsCommerce.Generators.Printing;

/// <summary>The diagnostics for marked members.</summary>
internal static class PrintingRules
{
    public static readonly DiagnosticDescriptor NotPartial = new(
        "WCG201",
        "A record with marked members is partial",
        "Make {0} partial: else its ToString shows what is marked as [Sensitive]",
        "Printing",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);

    public static readonly DiagnosticDescriptor SensitiveAndPrinted = new(
        "WCG202",
        "A member is sensitive or printed",
        "{0}.{1} is marked as [Sensitive] and as [Printed]: remove one of them",
        "Printing",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);
}
