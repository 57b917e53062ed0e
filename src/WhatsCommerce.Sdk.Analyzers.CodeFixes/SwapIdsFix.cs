using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WhatsCommerce.Analyzers;

/// <summary>Swaps a catalog id with the adjacent retailer id (WC0002).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SwapIdsFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rule.NotACatalogId.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics.Where(found => found.Properties.ContainsKey(SwappedIdAnalyzer.CanSwap)))
        {
            // The ids are the first two arguments of every method that takes both.
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ArgumentSyntax>() is
                { Parent: ArgumentListSyntax { Arguments: [{ } catalog, { } retailer, ..] } list })
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Swap the catalog id and the retailer id",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNodes(
                            [catalog.Expression, retailer.Expression],
                            (old, _) => (old == catalog.Expression ? retailer.Expression : catalog.Expression).WithTriviaFrom(old)))),
                        nameof(SwapIdsFix)),
                    diagnostic);
            }
        }
    }
}
