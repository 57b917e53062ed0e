using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WhatsCommerce.Analyzers;

/// <summary>
/// Adds the missing <c>Build</c> where a message is expected: for WC0005 in calls, and for the compiler errors CS1503 and CS0029.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BuildMessageFix : CodeFixProvider
{
    private const string NoSuchArgument = "CS1503";
    private const string NoSuchConversion = "CS0029";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rule.NotBuilt.Id, NoSuchArgument, NoSuchConversion];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            SyntaxNode? node = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            ExpressionSyntax? builder = node as ExpressionSyntax ?? (node as ArgumentSyntax)?.Expression;
            bool isWanted = diagnostic.Id != Rule.NotBuilt.Id || builder?.Parent is ArgumentSyntax;
            if (isWanted && root is not null && model is not null && builder is not null
                && IsBuilder(model, builder, context.CancellationToken))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Build the message",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(builder, Build(builder)))),
                        nameof(BuildMessageFix)),
                    diagnostic);
            }
        }
    }

    private static bool IsBuilder(SemanticModel model, ExpressionSyntax expression, CancellationToken cancellationToken)
    {
        ITypeSymbol? type = model.GetTypeInfo(expression, cancellationToken).Type;
        return type.Is(model.Compilation.GetTypeByMetadataName(SdkTypes.MessageBuilder))
            || type.Is(model.Compilation.GetTypeByMetadataName(SdkTypes.TemplateBuilder));
    }

    private static InvocationExpressionSyntax Build(ExpressionSyntax builder) => SyntaxFactory.InvocationExpression(
        SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression, builder.WithoutTrailingTrivia(), SyntaxFactory.IdentifierName("Build")))
        .WithTrailingTrivia(builder.GetTrailingTrivia());
}
