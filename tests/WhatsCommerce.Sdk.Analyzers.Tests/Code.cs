using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace WhatsCommerce.Analyzers.Tests;

/// <summary>Runs analyzers and fixes over code. What is expected stands in it: <c>{|WC0001:"too long"|}</c>.</summary>
/// <remarks>The code sees the assemblies of the test's own run, so that nothing is downloaded.</remarks>
internal static class Code
{
    private static readonly ReferenceAssemblies Nothing = new("net10.0");

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is { } name
                && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
                && !name.StartsWith("xunit", StringComparison.OrdinalIgnoreCase)
                && !name.StartsWith("WhatsCommerce.Sdk.Analyzers", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>All that the code may refer to.</summary>
    public static IReadOnlyList<MetadataReference> SdkReferences => References;

    /// <summary>Statements of an async method that has a client.</summary>
    public static string Statements(string statements) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using WhatsCommerce;
        using WhatsCommerce.Catalogs;
        using WhatsCommerce.Messages;
        using WhatsCommerce.Templates;

        public static class App
        {
            public static async Task RunAsync(WhatsCommerceClient client, string text, string[] texts, CancellationToken ct)
            {
                {{statements.ReplaceLineEndings("\n        ")}}
                await Task.CompletedTask;
            }
        }
        """;

    /// <summary>A class that handles orders and sends.</summary>
    public static string Handler(string send, string options) => $$"""
        using System.Threading;
        using System.Threading.Tasks;
        using WhatsCommerce;
        using WhatsCommerce.Messages;
        using WhatsCommerce.Webhooks;

        public sealed class Orders(WhatsCommerceClient client, WebhookContext context) : IWebhookHandler<OrderEvent>
        {
            public async Task HandleAsync(OrderEvent order, CancellationToken ct)
            {
                await client.Messages.{{send}}(order.Customer.ToRecipient(), Message.Text("Got it").Build(){{options}});
            }
        }
        """;

    /// <summary>Finds what the code marks, and nothing else.</summary>
    public static Task FindAsync<TAnalyzer>(string code, params (string File, string Content)[] files)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> test = new();
        Prepare(test, code, files);
        return test.RunAsync(CancellationToken.None);
    }

    /// <summary>Finds one problem in statements, with its message.</summary>
    public static Task FindAsync<TAnalyzer>(string code, DiagnosticResult expected, params (string File, string Content)[] files)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> test = new();
        Prepare(test, code, files);
        test.ExpectedDiagnostics.Add(expected);
        return test.RunAsync(CancellationToken.None);
    }

    /// <summary>What is expected at the place <c>{|#0:...|}</c>, with its whole message.</summary>
    public static DiagnosticResult Message<TAnalyzer>(string id, string message)
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        CSharpAnalyzerVerifier<TAnalyzer, DefaultVerifier>.Diagnostic(id).WithLocation(0).WithMessage(message);

    /// <summary>Finds what the code marks, and fixes it.</summary>
    public static Task FixAsync<TAnalyzer, TFix>(string code, string expected)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier> test = new() { FixedCode = expected };
        Prepare(test, code, []);
        return test.RunAsync(CancellationToken.None);
    }

    private static void Prepare(AnalyzerTest<DefaultVerifier> test, string code, (string File, string Content)[] files)
    {
        test.TestCode = code;
        test.ReferenceAssemblies = Nothing;
        test.TestState.AdditionalReferences.AddRange(References);
        foreach ((string file, string content) in files)
        {
            test.TestState.AdditionalFiles.Add((file, content));
        }
    }
}
