using Microsoft.AspNetCore.Builder;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace WhatsCommerce.Analyzers.Tests.Mistakes;

/// <summary>Makes mistakes, and returns what is told about them.</summary>
internal static class Making
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts an app with settings.</summary>
    public static Task<string> StartAsync(Action<HostApplicationBuilder> add, params (string Key, string Value)[] settings) =>
        ToldAsync(async () =>
        {
            HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
            builder.Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, string? (setting) => setting.Value));
            add(builder);
            using IHost host = builder.Build();
            await host.StartAsync(TestContext.Current.CancellationToken);
        });

    /// <summary>Maps endpoints of an app that registered nothing.</summary>
    public static Task<string> MapAsync(Action<WebApplication> map) =>
        ToldAsync(async () =>
        {
            await using WebApplication app = WebApplication.CreateSlimBuilder().Build();
            map(app);
        });

    /// <summary>Calls a client with settings.</summary>
    public static Task<string> CallAsync(Func<WhatsCommerceClient, Task> call, params (string Key, string Value)[] settings) =>
        ToldAsync(async () =>
        {
            ConfigurationManager configuration = new();
            configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, string? (setting) => setting.Value));
            ServiceCollection services = new();
            services.AddWhatsCommerce(configuration);
            await using ServiceProvider provider = services.BuildServiceProvider();
            await call(provider.GetRequiredService<WhatsCommerceClient>());
        });

    /// <summary>Compiles code as a file of an app.</summary>
    public static async Task<string> CompileAsync<TAnalyzer>(string code, params AnalyzerFile[] files)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "app",
            [CSharpSyntaxTree.ParseText(code, cancellationToken: Token)],
            Code.SdkReferences,
            new(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary));
        Assert.DoesNotContain(
            compilation.GetDiagnostics(Token), diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        var found = await compilation.WithAnalyzers([new TAnalyzer()], new AnalyzerOptions([.. files]))
            .GetAnalyzerDiagnosticsAsync(Token);
        Microsoft.CodeAnalysis.Diagnostic told = Assert.Single(found);
        return $"{told.Id}: {told.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }

    private static async Task<string> ToldAsync(Func<Task> act) => (await Assert.ThrowsAnyAsync<Exception>(act)).Message;
}
