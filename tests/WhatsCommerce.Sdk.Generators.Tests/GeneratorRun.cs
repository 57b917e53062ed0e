using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace WhatsCommerce.Generators.Tests;

/// <summary>Runs a generator over a source, as the compiler does.</summary>
internal sealed class GeneratorRun
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Preview);

    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;
    private Compilation _all;

    public GeneratorRun(IIncrementalGenerator generator, params string[] sources)
    {
        _driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: Parse,
            driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        _compilation = CSharpCompilation.Create(
            "Example",
            sources.Select((source, index) =>
                CSharpSyntaxTree.ParseText("using System;\nusing System.Collections.Generic;\n"
                    + source, Parse, $"{index}.cs", cancellationToken: Cancel)),
            Framework,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _all = _compilation;
        Update();
    }

    /// <summary>What the generator reported, and what the compiler said about all sources together.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; private set; } = [];

    /// <summary>The files of types that were written, one after another; without those that a project gets once.</summary>
    public string Written => string.Join("\n", WrittenFiles.Select(source => $"// {source.HintName}\n{source.SourceText}"));

    // The name of a type has its namespace before it.
    private IEnumerable<GeneratedSourceResult> WrittenFiles =>
        Result.GeneratedSources.Where(source =>
            source.HintName.EndsWith(".g.cs", StringComparison.Ordinal) && source.HintName.Split('.').Length > 3);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private GeneratorRunResult Result => _driver.GetRunResult().Results[0];

    /// <summary>The diagnostics of the generator itself: id, message and the text at which they point.</summary>
    public IEnumerable<string> Mistakes => Diagnostics
        .Where(diagnostic => diagnostic.Id.StartsWith("WCG", StringComparison.Ordinal))
        .Select(diagnostic => $"{diagnostic.Id} at {PlaceOf(diagnostic)}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");

    /// <summary>Adds a file, and tells how each output came about.</summary>
    public IEnumerable<IncrementalStepRunReason> AddFile(string source)
    {
        _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, Parse, "Added.cs", cancellationToken: Cancel));
        Update();
        return Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);
    }

    /// <summary>The assembly of all sources together.</summary>
    public Assembly Load()
    {
        using MemoryStream assembly = new();
        Assert.True(_all.Emit(assembly, cancellationToken: Cancel).Success);
        return Assembly.Load(assembly.ToArray());
    }

    private void Update()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out _all, out ImmutableArray<Diagnostic> reported, Cancel);
        Diagnostics = [.. reported, .. _all.GetDiagnostics(Cancel).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
    }

    private string PlaceOf(Diagnostic diagnostic) => _compilation.SyntaxTrees
        .Single(tree => tree.FilePath == diagnostic.Location.GetLineSpan().Path)
        .GetText(Cancel).ToString(diagnostic.Location.SourceSpan);
}
