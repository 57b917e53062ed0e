using System.Globalization;
using System.Text.RegularExpressions;

namespace WhatsCommerce.Tests.References;

/// <summary>A file of a project, with the types at its top level.</summary>
/// <param name="Path">Its path in the project, with slashes.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Types">Their names as metadata has them: <c>Page`1</c>.</param>
public sealed record SourceFile(string Path, string Namespace, IReadOnlyList<string> Types)
{
    /// <summary>The folder at the top of the project that it stands in; empty for the project's own.</summary>
    public string Room => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.IndexOf('/', StringComparison.Ordinal)] : "";

    /// <summary>The folder that it stands in.</summary>
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    public override string ToString() => Path;
}

/// <summary>Which types stand in which files: assemblies know namespaces, and folders only sources do.</summary>
internal static partial class SourceTypes
{
    /// <summary>The C# files of a project, generated ones not among them.</summary>
    public static IReadOnlyList<SourceFile> Of(string project)
    {
        string root = Path.Combine(SharedMaterial.Repository, "src", project);
        return
        [
            .. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
                .Where(path => !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(path => Read(path, File.ReadAllText(Path.Combine(root, path)))),
        ];
    }

    private static SourceFile Read(string path, string text) => new(
        path,
        Namespace().Match(text).Groups[1].Value,
        [.. Declaration().Matches(text).Select(match => NameOf(match.Groups["name"].Value, match.Groups["parameters"]))]);

    private static string NameOf(string name, Group parameters) => parameters.Success
        ? string.Create(CultureInfo.InvariantCulture, $"{name}`{parameters.Value.Count(',') + 1}")
        : name;

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    // Namespaces are file-scoped: what is declared at the beginning of a line is no nested type.
    [GeneratedRegex(
        @"^(?:(?:public|internal|static|abstract|sealed|partial|readonly|ref|unsafe) )+(?:class|interface|enum|struct|record(?: struct| class)?) (?<name>\w+)(?:<(?<parameters>[^>]*)>)?",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
