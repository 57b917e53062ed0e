using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace WhatsCommerce.Generators.Writing;

/// <summary>A diagnostic that holds on to no syntax, so that it can be part of a model.</summary>
internal sealed record Finding(DiagnosticDescriptor Descriptor, string File, TextSpan Span, LinePositionSpan Lines, string Subject, string Detail)
{
    /// <summary>A finding at the declaration of a symbol.</summary>
    public static Finding At(ISymbol symbol, DiagnosticDescriptor descriptor, string detail = "")
    {
        Location place = symbol.Locations[0];
        return new(descriptor, place.SourceTree?.FilePath ?? "", place.SourceSpan, place.GetLineSpan().Span, symbol.Name, detail);
    }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location.Create(File, Span, Lines), Subject, Detail);
}
