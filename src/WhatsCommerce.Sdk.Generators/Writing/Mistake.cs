using Microsoft.CodeAnalysis.Text;

namespace WhatsCommerce.Generators.Writing;

/// <summary>A diagnostic, without a reference to the syntax tree.</summary>
internal sealed record Mistake(
    DiagnosticDescriptor Rule, string Path, TextSpan Span, LinePositionSpan Lines, EquatableArray<string> Arguments)
{
    public static Mistake At(Location location, DiagnosticDescriptor rule, params string[] arguments)
    {
        FileLinePositionSpan lines = location.GetLineSpan();
        return new(rule, lines.Path, location.SourceSpan, lines.Span, new(arguments));
    }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location.Create(Path, Span, Lines), [.. Arguments]);
}
