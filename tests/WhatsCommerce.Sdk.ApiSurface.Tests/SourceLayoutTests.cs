namespace WhatsCommerce.Tests;

/// <summary>What CONTRIBUTING.md and .editorconfig ask of every source file, where no analyzer looks.</summary>
public sealed class SourceLayoutTests
{
    private const int MaxLine = 140;

    private const int MaxFiles = 40;

    // The bodies in benchmarks/ stand as they come over the wire, on one line.
    private static readonly string[] Roots = ["src", "tests", "samples", "templates", "eng"];

    [Fact]
    public void Line_OfASource_HasAtMost140Characters() =>
        Assert.Empty(
            from file in Sources()
            from line in File.ReadLines(file).Index()
            where line.Item.Length > MaxLine
            select $"{Path.GetRelativePath(SharedMaterial.Repository, file)}:{line.Index + 1} has {line.Item.Length}");

    [Fact]
    public void Folder_OfSources_HasAtMost40Files() =>
        Assert.Empty(
            from file in Sources()
            group file by Path.GetDirectoryName(file) into folder
            where folder.Count() > MaxFiles
            select $"{Path.GetRelativePath(SharedMaterial.Repository, folder.Key!)} has {folder.Count()}");

    private static IEnumerable<string> Sources() =>
        from root in Roots
        from file in Directory.EnumerateFiles(Path.Combine(SharedMaterial.Repository, root), "*.cs", SearchOption.AllDirectories)
        where !Path.GetRelativePath(SharedMaterial.Repository, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
        select file;
}
