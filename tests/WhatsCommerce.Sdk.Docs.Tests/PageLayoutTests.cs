using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Docs.Tests;

/// <summary>The layout of the pages in docs/.</summary>
public sealed class PageLayoutTests
{
    public const int MaxLine = 140;

    [Fact]
    public void Line_OutsideOfTablesAndCode_HasAtMost140Characters()
    {
        string docs = Path.Combine(SharedMaterial.Repository, "docs");
        Assert.Empty(
            from page in Directory.EnumerateFiles(docs, "*.md", SearchOption.AllDirectories)
            from line in TextOf(File.ReadAllLines(page))
            where line.Text.Length > MaxLine
            select $"{Path.GetRelativePath(docs, page)}:{line.Number} has {line.Text.Length}");
    }

    // Rows of tables cannot be wrapped, and neither can a line that is one long word, such as a link.
    private static IEnumerable<(int Number, string Text)> TextOf(string[] lines)
    {
        bool isCode = false;
        foreach ((int index, string line) in lines.Index())
        {
            string text = line.Trim();
            isCode ^= text.StartsWith("```", StringComparison.Ordinal);
            if (!isCode && !text.StartsWith('|') && text.Contains(' ', StringComparison.Ordinal))
            {
                yield return (index + 1, line);
            }
        }
    }
}
