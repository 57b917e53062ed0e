using System.Globalization;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Tests.Search;

/// <summary>Queries in six languages whose products people judged; skipped where they do not stand beside the checkout.</summary>
public sealed class JudgedQueriesTests
{
    [Fact]
    public async Task SearchAsync_JudgedQueries_MeetTheTargets()
    {
        Dictionary<string, double> scores = await JudgeAsync(SearchSynonyms.None);
        (string Kind, double Least)[] targets =
        [
            ("overall", 0.80), ("exact", 0.85), ("partial", 0.85), ("typo", 0.85), ("plural", 0.85), ("brand", 0.85), ("category", 0.85),
            ("unit", 0.85), ("question", 0.85), ("several", 0.85), ("price", 0.80), ("sort", 0.80), ("mixed", 0.70), ("latin", 0.60),
            ("synonym", 0.35),
        ];
        Assert.All(targets, target => Assert.InRange(scores[target.Kind], target.Least, 1));
        Assert.InRange(scores["none"], 0, 0.1);
        Assert.InRange(scores["nomatch"], 0, 0.1);
    }

    private static string[][] Read(string name) =>
        [.. File.ReadLines(SharedMaterial.Require("search", name)).Skip(1).Select(line => line.Split('\t'))];

    private static async Task<Dictionary<string, double>> JudgeAsync(SearchSynonyms synonyms)
    {
        const int Shown = 10;
        Dictionary<string, MemoryProductSearch> markets = [];
        foreach (IGrouping<string, string[]> market in Read("products.tsv").GroupBy(cells => cells[10]))
        {
            markets[market.Key] = new MemoryProductSearch(synonyms);
            await markets[market.Key].ReplaceAsync(market.Select(Product), TestContext.Current.CancellationToken);
        }

        ILookup<string, string[]> judgements = Read("judgements.tsv").ToLookup(cells => cells[0]);
        List<(string Kind, double Score)> scores = [];
        foreach (string[] query in Read("queries.tsv"))
        {
            SearchResult result = await markets[query[1]].SearchAsync(query[3], Shown, TestContext.Current.CancellationToken);
            Dictionary<string, int> grades = judgements[query[0]]
                .ToDictionary(cells => cells[1], cells => int.Parse(cells[2], CultureInfo.InvariantCulture));
            bool isUnanswerable = query[2] is "none" or "nomatch";
            double score = isUnanswerable
                ? (result.Hits.Count > 0 ? 1 : 0)
                : Gain(result.Hits.Select(hit => grades.GetValueOrDefault(hit.Product.RetailerId.ToString())))
                    / Gain(grades.Values.OrderDescending().Take(Shown));
            scores.Add((query[2], score));
            if (!isUnanswerable)
            {
                scores.Add(("overall", score));
            }
        }

        return scores.GroupBy(score => score.Kind).ToDictionary(kind => kind.Key, kind => kind.Average(score => score.Score));
    }

    /// <summary>The discounted cumulative gain.</summary>
    private static double Gain(IEnumerable<int> grades) =>
        grades.Select((grade, place) => (Math.Pow(2, grade) - 1) / Math.Log2(place + 2)).Sum();

    private static SearchProduct Product(string[] cells) => new()
    {
        RetailerId = cells[0],
        ItemGroupId = cells[1],
        Title = cells[2],
        Brand = cells[3],
        Category = cells[4],
        Description = cells[5],
        Price = new Money(decimal.Parse(cells[6], CultureInfo.InvariantCulture), cells[7]),
        IsSendable = cells[8] == "in stock",
        IsSearchable = cells[9] == "true",
    };
}
