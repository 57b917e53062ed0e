using System.Text.RegularExpressions;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Docs.Tests;

/// <summary>Every C# snippet of the documentation compiles, against the packages as they are.</summary>
public partial class SnippetTests
{
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
        List<string> snippets = SnippetsOf(file);
        string snippet = snippets[index];

        string[] problems = CSharpSnippet.Problems(snippet, snippets.Take(index));

        Assert.True(problems.Length == 0, $"{file}, snippet {index + 1}:\n{string.Join('\n', problems)}\n\n{snippet}");
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

    internal static List<string> SnippetsOf(string file) =>
        [.. Fence().Matches(File.ReadAllText(Path.Combine(SharedMaterial.Repository, file))).Select(match => match.Groups["code"].Value)];

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Fence();
}
