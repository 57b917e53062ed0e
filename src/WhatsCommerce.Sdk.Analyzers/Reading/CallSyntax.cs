using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WhatsCommerce.Analyzers;

/// <summary>The location at which a call is marked in the editor.</summary>
internal static class CallSyntax
{
    /// <summary>The name of the called method, without the expression before it.</summary>
    public static SyntaxNode NameSyntax(this IInvocationOperation call) => call.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax member } => member.Name,
        InvocationExpressionSyntax invocation => invocation.Expression,
        SyntaxNode other => other,
    };
}
