using System.Text.RegularExpressions;

namespace WhatsCommerce.Tests;

/// <summary>What CONTRIBUTING.md and .editorconfig ask of every source file, where no analyzer looks.</summary>
public sealed class SourceLayoutTests
{
    private const int MaxLine = 140;

    private const int MaxFiles = 40;

    private const int MaxLinesOfAFile = 400;

    private const int MaxLinesOfAMethod = 80;

    // A list of SQL texts, one statement after the other: there is nothing in it to divide.
    private static readonly string[] ListsOfTexts = ["CampaignStatements.cs"];

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

    [Fact]
    public void File_OfThePackages_HasAtMost400Lines() =>
        Assert.Empty(
            from file in Sources()
            let path = Path.GetRelativePath(SharedMaterial.Repository, file)
            where path.StartsWith("src", StringComparison.Ordinal) && File.ReadLines(file).Count() > MaxLinesOfAFile
            select path);

    [Fact]
    public void Method_OfASource_HasAtMost80Lines() =>
        Assert.Empty(
            from file in Sources()
            where !ListsOfTexts.Contains(Path.GetFileName(file))
            from method in MethodsOf(File.ReadAllLines(file))
            where method.Lines > MaxLinesOfAMethod
            select $"{Path.GetRelativePath(SharedMaterial.Repository, file)}:{method.First} has {method.Lines}");

    // Alerts and filters name messages by their ids, over all packages.
    [Fact]
    public void EventId_OfALogMessage_IsOfOneMessage() =>
        Assert.Empty(
            from file in Sources()
            where Path.GetRelativePath(SharedMaterial.Repository, file).StartsWith("src", StringComparison.Ordinal)
            from message in Regex.Matches(
                File.ReadAllText(file), @"\[LoggerMessage\(\s*(?<id>\d+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            group Path.GetFileName(file) by message.Groups["id"].Value into id
            where id.Count() > 1
            select $"{id.Key}: {string.Join(", ", id)}");

    [Fact]
    public void MethodsOf_Source_CountsTheLinesBetweenTheBraces() => Assert.Equal(
        [(3, 2), (12, 1)],
        MethodsOf(
        [
            "class Shop", "{", "    public void Open(", "        int day)", "    {", "        Unlock();", "        Greet();", "    }",
            "    private readonly List<int> _days = new()", "    {", "    };",
            "    void Close()", "    {", "        Lock();", "    }", "}",
        ]));

    // By the layout that .editorconfig prescribes: a member of a type begins at four characters, of a type within one at eight.
    private static IEnumerable<(int First, int Lines)> MethodsOf(string[] lines)
    {
        foreach (string margin in (string[])["    ", "        "])
        {
            for (int at = 0; at < lines.Length; at++)
            {
                if (lines[at] != margin + "{")
                {
                    continue;
                }

                int head = at - 1;
                while (head > 0 && (lines[head].StartsWith(margin + " ", StringComparison.Ordinal) || lines[head].Length == 0))
                {
                    head--;
                }

                int end = Array.FindIndex(lines, at, line => line.StartsWith(margin + "}", StringComparison.Ordinal));
                if (IsMethod(lines[head]) && end > 0)
                {
                    yield return (head + 1, end - at - 1);
                }
            }
        }
    }

    private static bool IsMethod(string head) =>
        head.Contains('(', StringComparison.Ordinal)
        && !head.Contains(" = ", StringComparison.Ordinal)
        && !head.Contains(" => ", StringComparison.Ordinal)
        && !head.Split(' ').Any(word => word is "class" or "struct" or "record" or "interface");

    private static IEnumerable<string> Sources() =>
        from root in Roots
        from file in Directory.EnumerateFiles(Path.Combine(SharedMaterial.Repository, root), "*.cs", SearchOption.AllDirectories)
        where !Path.GetRelativePath(SharedMaterial.Repository, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
        select file;
}
