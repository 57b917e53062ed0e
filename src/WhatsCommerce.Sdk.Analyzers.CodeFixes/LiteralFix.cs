using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WhatsCommerce.Analyzers;

/// <summary>Corrects a literal: <c>7.99m</c> for <c>(decimal)7.99</c> (WC0010), and <c>+49...</c> for <c>0049...</c> (WC0011).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LiteralFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rule.MoneyAsDouble.Id, Rule.NotAPhoneNumber.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            SyntaxNode? node = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            (string Title, LiteralExpressionSyntax Literal)? written = diagnostic.Id == Rule.MoneyAsDouble.Id
                ? Decimal(node)
                : PhoneNumber(node, diagnostic);
            if (root is not null && node is not null && written is { } fix)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        fix.Title,
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(node, fix.Literal.WithTriviaFrom(node)))),
                        nameof(LiteralFix)),
                    diagnostic);
            }
        }
    }

    private static (string Title, LiteralExpressionSyntax Literal)? Decimal(SyntaxNode? node)
    {
        if (node is CastExpressionSyntax { Expression: LiteralExpressionSyntax literal }
            && literal.IsKind(SyntaxKind.NumericLiteralExpression))
        {
            string digits = literal.Token.Text.TrimEnd('d', 'D', 'f', 'F');
            if (decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
            {
                return ("Write a decimal", SyntaxFactory.LiteralExpression(
                    SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(digits + "m", value)));
            }
        }

        return null;
    }

    private static (string Title, LiteralExpressionSyntax Literal)? PhoneNumber(SyntaxNode? node, Diagnostic diagnostic) =>
        diagnostic.Properties.ContainsKey(PhoneNumberAnalyzer.HasTwoZeros)
            && node is LiteralExpressionSyntax { Token.Value: string text } && text.TrimStart() is ['0', '0', not '0', ..] trimmed
            ? ("Write + in place of 00", SyntaxFactory.LiteralExpression(
                SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal("+" + trimmed.Substring(2))))
            : null;
}
