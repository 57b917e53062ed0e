using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace WhatsCommerce.Analyzers;

/// <summary>Whether a builder truncates titles that are too long: <c>ShortenTitles()</c>.</summary>
internal static class Shortening
{
    private const string Method = "ShortenTitles";

    /// <summary>
    /// Whether the title may be truncated. Within one expression from the start to <c>Build</c> this is known; if a builder is in a
    /// variable, or a row is created separately, one call in the file counts for all.
    /// </summary>
    public static bool IsPossible(IOperation title)
    {
        if (Builder(title) is { } call)
        {
            Chain chain = Chain.With(call);
            string last = chain.Calls[chain.Calls.Count - 1].TargetMethod.Name;
            if (chain.IsWhole && last is "Build" or "TryBuild")
            {
                return chain.Calls.Any(each => each.TargetMethod.Name == Method);
            }
        }

        return title.Syntax.SyntaxTree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == Method);
    }

    /// <summary>The call of a builder that gets the title, directly or within a row.</summary>
    private static IInvocationOperation? Builder(IOperation title)
    {
        for (IOperation? at = title; at is not null; at = at.Parent)
        {
            if (at is IInvocationOperation { Type: { } type } call && !type.GetMembers(Method).IsEmpty)
            {
                return call;
            }
        }

        return null;
    }
}
