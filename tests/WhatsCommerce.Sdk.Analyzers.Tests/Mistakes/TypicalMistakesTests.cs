using WhatsCommerce.Tests;

namespace WhatsCommerce.Analyzers.Tests.Mistakes;

public sealed class TypicalMistakesTests
{
    public static TheoryData<Mistake> Mistakes => [.. TypicalMistakes.All, .. ShopMistakes.All];

    [Theory, MemberData(nameof(Mistakes))]
    public async Task Mistake_Made_IsToldSo(Mistake mistake)
    {
        ArgumentNullException.ThrowIfNull(mistake);

        string told = await mistake.MakeAsync();

        // Assert.Equal would cut a long message off.
        Assert.True(told == mistake.Message, $"Told: {told}");
    }

    [Fact]
    public void Troubleshooting_ListsEachMistakeAndItsMessage()
    {
        Assert.Equal(20, TypicalMistakes.All.Count);
        Assert.Equal(TypicalMistakes.All.Select(Row), Listed("## Twenty typical mistakes"));
    }

    [Fact]
    public void Troubleshooting_ListsEachMistakeOfAShopAndItsMessage() =>
        Assert.Equal(ShopMistakes.All.Select(Row), Listed("## Mistakes with the parts of a shop"));

    private static IEnumerable<string> Listed(string heading) =>
        File.ReadLines(Path.Combine(SharedMaterial.Repository, "docs", "troubleshooting.md"))
            .SkipWhile(line => line != heading)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1);

    private static string Row(Mistake mistake) => $"| {mistake.Name} | {Cell(mistake.Message)} |";

    // What a cell of a table cannot hold is written as an entity.
    private static string Cell(string message) =>
        message.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
