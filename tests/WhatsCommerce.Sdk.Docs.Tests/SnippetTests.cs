using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Docs.Tests;

/// <summary>Every C# snippet of the documentation compiles, against the packages as they are.</summary>
public partial class SnippetTests
{
    // What a reader's file has: the usings of a web project, and ours.
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;
        using WhatsCommerce;
        using WhatsCommerce.Messages;
        using WhatsCommerce.Testing;
        using WhatsCommerce.Webhooks;
        using Xunit;

        """;

    // What the text around a snippet says is there.
    private const string Surroundings = """
        static WebApplicationBuilder builder = null!;
        static IServiceCollection services = null!;
        static WhatsCommerceClient whatsApp = null!;
        static WhatsCommerceClient client = null!;
        static OutboundMessage message = null!;
        static OrderEvent order = null!;
        static ReadOnlyMemory<byte> body;
        static string signatureHeader = "";
        static string appSecret = "";
        static Uri webhookAddress = null!;
        """;

    private static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    public static TheoryData<string, int> Snippets
    {
        get
        {
            TheoryData<string, int> snippets = [];
            foreach (string file in Documents())
            {
                for (int i = 0; i < SnippetsOf(file).Count; i++)
                {
                    snippets.Add(file, i);
                }
            }

            return snippets;
        }
    }

    [Theory, MemberData(nameof(Snippets))]
    public void Snippet_AsItStands_Compiles(string file, int index)
    {
        string snippet = SnippetsOf(file)[index];

        CSharpCompilation compilation = CSharpCompilation.Create(
            "Snippet",
            [Parse(Usings + InPlace(snippet))],
            References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        IEnumerable<string> problems = compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.ToString());

        Assert.True(!problems.Any(), $"{file}, snippet {index + 1}:\n{string.Join('\n', problems)}\n\n{snippet}");
    }

    [Fact]
    public void Readme_HasSnippetsAndIsShort()
    {
        string readme = Path.Combine(SharedMaterial.Repository, "README.md");

        Assert.NotEmpty(SnippetsOf("README.md"));
        Assert.InRange(File.ReadAllLines(readme).Length, 1, 199);
    }

    private static IEnumerable<string> Documents()
    {
        string root = SharedMaterial.Repository;
        return Directory.EnumerateFiles(root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Path.Combine(root, "src"), "README.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
    }

    private static List<string> SnippetsOf(string file) =>
        [.. Fence().Matches(File.ReadAllText(Path.Combine(SharedMaterial.Repository, file))).Select(match => match.Groups["code"].Value)];

    // Types stand as they are; statements go into a method, where an expression alone is let be a statement.
    private static string InPlace(string snippet)
    {
        CompilationUnitSyntax parsed = (CompilationUnitSyntax)Parse(snippet).GetRoot(TestContext.Current.CancellationToken);
        return parsed.Members.Any(member => member is GlobalStatementSyntax)
            ? $"{parsed.Usings.ToFullString()} class Reader {{ {Surroundings} async Task ReadAsync() {{ await Task.Yield();\n{parsed.WithUsings(default).ToFullString()}\n}} }}"
            : snippet;
    }

    private static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(
        code, new CSharpParseOptions(LanguageVersion.Preview), cancellationToken: TestContext.Current.CancellationToken);

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Fence();
}
