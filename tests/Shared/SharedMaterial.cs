using System.Text.Json;

namespace WhatsCommerce.Tests;

/// <summary>
/// The collected examples and facts that lie beside a developer's checkout, in <c>../shared</c>. They are not part of the
/// repository: a test that needs them says that it was skipped where they are absent.
/// </summary>
internal static class SharedMaterial
{
    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>
    /// The path of a file or folder in <c>../shared</c>; skips the running test when it is absent. To be called outside of
    /// <c>Assert.All</c> and the like, which take the skip for a failure.
    /// </summary>
    public static string Require(params ReadOnlySpan<string> path)
    {
        string full = Path.Combine([Repository, "..", "shared", .. path]);
        Assert.SkipUnless(Path.Exists(full), $"Skipped: {Path.Combine(["../shared", .. path])} does not stand beside this checkout.");
        return full;
    }

    /// <summary>The names of the JSON files of a corpus folder; empty where it is absent.</summary>
    public static IEnumerable<string> JsonFiles(params ReadOnlySpan<string> path)
    {
        string full = Path.Combine([Repository, "..", "shared", "corpus", .. path]);
        return Directory.Exists(full)
            ? Directory.EnumerateFiles(full, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)
            : [];
    }

    /// <summary>The paths of all files of some corpus folders, of whatever kind; none where they are absent.</summary>
    public static IEnumerable<string> Files(params IEnumerable<string> folders) =>
        from folder in folders
        let full = Path.Combine(Repository, "..", "shared", "corpus", folder)
        where Directory.Exists(full)
        from file in Directory.EnumerateFiles(full).Order(StringComparer.Ordinal)
        select file;

    /// <summary>Reads a JSON file of the corpus; skips the running test when it is absent.</summary>
    public static JsonElement ReadJson(params ReadOnlySpan<string> path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Require(["corpus", .. path])));
        return document.RootElement.Clone();
    }

    private static string FindRepository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WhatsCommerce.Sdk.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No WhatsCommerce.Sdk.sln above {AppContext.BaseDirectory}.");
    }
}
