using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WhatsCommerce.Analyzers;

/// <summary>Where a call is marked in the editor.</summary>
internal static class CallSyntax
{
    /// <summary>The name of the called method, without what stands before it.</summary>
    public static SyntaxNode NameSyntax(this IInvocationOperation call) => call.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax member } => member.Name,
        InvocationExpressionSyntax invocation => invocation.Expression,
        SyntaxNode other => other,
    };
}
