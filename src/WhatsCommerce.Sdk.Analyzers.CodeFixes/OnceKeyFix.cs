using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;

namespace WhatsCommerce.Analyzers;

/// <summary>Adds a once key to a send of a webhook handler, if the handler has its <c>WebhookContext</c> (WC0008).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OnceKeyFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rule.SendWithoutOnceKey.Id];

    /// <summary>None: two sends of one handler need two keys, and the developer must name the purpose of each.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root is null || model is null
                || root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
                || ContextAt(model, call) is not { } name)
            {
                continue;
            }

            ExpressionSyntax key = SyntaxFactory.ParseExpression($"{name}.OnceKey(\"{UnusedPurpose(call)}\")");
            if (Edit(model, call, key, context.CancellationToken) is { } edited)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Send it once",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(
                            root.ReplaceNode(call, edited.WithAdditionalAnnotations(Formatter.Annotation)))),
                        nameof(OnceKeyFix)),
                    diagnostic);
            }
        }
    }

    private static InvocationExpressionSyntax? Edit(
        SemanticModel model, InvocationExpressionSyntax call, ExpressionSyntax key, CancellationToken cancellationToken)
    {
        if (model.GetOperation(call, cancellationToken) is not IInvocationOperation operation
            || operation.Argument("options") is not { } options
            || model.Compilation.GetTypeByMetadataName(SdkTypes.SendOptions) is not { } type)
        {
            return null;
        }

        AssignmentExpressionSyntax member = SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.IdentifierName("OnceKey"), key);
        InitializerExpressionSyntax initializer = SyntaxFactory.InitializerExpression(
            SyntaxKind.ObjectInitializerExpression, SyntaxFactory.SeparatedList<ExpressionSyntax>([member]));
        BaseObjectCreationExpressionSyntax made = SyntaxFactory.ObjectCreationExpression(
            SyntaxFactory.ParseTypeName(type.ToMinimalDisplayString(model, call.SpanStart))).WithInitializer(initializer);
        if (options.IsImplicit)
        {
            // It is the third parameter: after the recipient and the message it needs no name.
            ArgumentSyntax argument = SyntaxFactory.Argument(made);
            bool isNext = call.ArgumentList.Arguments.Count == 2;
            ArgumentSyntax added = isNext ? argument : argument.WithNameColon(SyntaxFactory.NameColon("options"));
            return call.WithArgumentList(call.ArgumentList.AddArguments(added));
        }

        if (options.Syntax is not ArgumentSyntax written)
        {
            return null;
        }

        ExpressionSyntax changed = written.Expression is BaseObjectCreationExpressionSyntax old
            ? old.WithInitializer((old.Initializer ?? SyntaxFactory.InitializerExpression(SyntaxKind.ObjectInitializerExpression))
                .AddExpressions(member))
            : made;
        return call.ReplaceNode(written.Expression, changed.WithTriviaFrom(written.Expression));
    }

    /// <summary>The name of a WebhookContext in the scope of the call.</summary>
    private static string? ContextAt(SemanticModel model, InvocationExpressionSyntax call)
    {
        INamedTypeSymbol? type = model.Compilation.GetTypeByMetadataName(SdkTypes.WebhookContext);
        return model.LookupSymbols(call.SpanStart).FirstOrDefault(symbol => symbol switch
        {
            IParameterSymbol parameter => parameter.Type.Is(type),
            ILocalSymbol local => local.Type.Is(type),
            IFieldSymbol { AssociatedSymbol: null } field => field.Type.Is(type),
            IPropertySymbol property => property.Type.Is(type),
            _ => false,
        })?.Name;
    }

    private static string UnusedPurpose(InvocationExpressionSyntax call)
    {
        SyntaxNode scope = call.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? call.SyntaxTree.GetRoot();
        HashSet<string> used =
        [
            .. scope.DescendantTokens().Where(token => token.IsKind(SyntaxKind.StringLiteralToken)).Select(token => token.ValueText),
        ];
        string purpose = "reply";
        for (int i = 2; used.Contains(purpose); i++)
        {
            purpose = "reply-" + i;
        }

        return purpose;
    }
}
