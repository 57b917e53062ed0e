using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WhatsCommerce.Generators.OpenWords;

namespace WhatsCommerce.Sdk.Docs.Tests;

/// <summary>A piece of C# out of a document, compiled against the packages as they are.</summary>
internal static class CSharpSnippet
{
    // What a reader's file has: the usings of a web project, those of its tests, and ours.
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Security.Cryptography;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Aspire.Hosting;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;
        using Microsoft.Extensions.Time.Testing;
        using WhatsCommerce;
        using WhatsCommerce.Analytics;
        using WhatsCommerce.Calls;
        using WhatsCommerce.Catalogs;
        using WhatsCommerce.Commerce;
        using WhatsCommerce.Conversations;
        using WhatsCommerce.Flows;
        using WhatsCommerce.Groups;
        using WhatsCommerce.Messages;
        using WhatsCommerce.Onboarding;
        using WhatsCommerce.PhoneNumbers;
        using WhatsCommerce.QrCodes;
        using WhatsCommerce.Storefronts;
        using WhatsCommerce.Templates;
        using WhatsCommerce.Uploads;
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
        static IChatClient chatClient = null!;
        static IEmbeddingGenerator<string, Embedding<float>> generator = null!;
        static string appSecret = "";
        static string sdpOffer = "";
        static Uri webhookAddress = null!;
        static IAsyncEnumerable<Recipient> customers = null!;
        static CloudApiEmulator cloud = null!;
        static GroupId groupId;
        static IWhatsCommerceClientFactory clients = null!;
        static IAccessTokenProvider tokens = null!;
        """;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    // One for all, so that the references are read once.
    private static readonly Lazy<CSharpCompilation> Empty = new(() => CSharpCompilation.Create(
        "Snippet",
        [],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)));

    /// <summary>What the compiler finds wrong with a snippet of types, or of statements such as stand in a method.</summary>
    /// <param name="snippet">The snippet.</param>
    /// <param name="earlier">What stands above it on the page: it may use the types there.</param>
    public static string[] Problems(string snippet, IEnumerable<string> earlier)
    {
        // Types stand as they are; statements go into a method.
        string file = HasTypes(snippet)
            ? snippet
            : $"class Reader {{ {Surroundings} async Task ReadAsync() {{ await Task.Yield();\n{snippet}\n}} }}";
        CSharpCompilation alone = Compile(file);
        string[] problems = [.. ErrorsOf(alone)];
        return problems.Length == 0
            ? problems
            : [.. ErrorsOf(alone.AddSyntaxTrees(earlier.Where(HasTypes).Select(types => Parse(Usings + types))))];
    }

    private static bool HasTypes(string snippet) =>
        !((CompilationUnitSyntax)Parse(snippet).GetRoot(TestContext.Current.CancellationToken)).Members.Any(
            member => member is GlobalStatementSyntax);

    /// <summary>Runs a snippet that is one expression, and gives its value.</summary>
    public static T Evaluate<T>(string snippet)
    {
        MethodInfo read = Load($"public static class Reader {{ public static object Read() => {snippet} }}")
            .GetType("Reader")!.GetMethod("Read")!;
        return (T)read.Invoke(null, null)!;
    }

    /// <summary>Compiles a snippet of types, to be run.</summary>
    public static Assembly Load(string snippet)
    {
        CSharpCompilation compilation = Compile(snippet);
        using MemoryStream assembly = new();
        if (!compilation.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken).Success)
        {
            Assert.Fail($"{string.Join('\n', ErrorsOf(compilation))}\n\n{snippet}");
        }

        return Assembly.Load(assembly.ToArray());
    }

    // The page about the generators shows declarations that they complete.
    private static CSharpCompilation Compile(string file)
    {
        if (!file.Contains("partial ", StringComparison.Ordinal))
        {
            return Empty.Value.AddSyntaxTrees(Parse(Usings + file));
        }

        CSharpCompilation compilation = Empty.Value.AddSyntaxTrees(Parse($"{Usings}namespace WhatsCommerce.Reading;\n{file}"));

        IEnumerable<ISourceGenerator> generators = typeof(OpenWordGenerator).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(GeneratorAttribute)))
            .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator());
        CSharpGeneratorDriver.Create(generators, parseOptions: Options)
            .RunGeneratorsAndUpdateCompilation(
                compilation, out Compilation completed, out ImmutableArray<Diagnostic> mistakes, TestContext.Current.CancellationToken);
        Assert.Empty(mistakes);
        return (CSharpCompilation)completed;
    }

    private static IEnumerable<string> ErrorsOf(CSharpCompilation compilation) => compilation
        .GetDiagnostics(TestContext.Current.CancellationToken)
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .Select(diagnostic => diagnostic.ToString());

    private static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(
        code, Options, cancellationToken: TestContext.Current.CancellationToken);
}
