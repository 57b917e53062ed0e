using System.Text;
using WhatsCommerce.Benchmarks.Table;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Benchmarks.Searching;

/// <summary>Asks all contenders the queries of a judged set.</summary>
internal static class QualityTable
{
    private const string Overall = "overall";

    public static async Task<string> MeasureAsync(JudgedSet set)
    {
        List<(string Name, Dictionary<string, double> Scores)> columns = [];
        foreach (Contender contender in Contender.All)
        {
            columns.Add((contender.Name, await ScoresAsync(contender, set)));
        }

        string[] kinds = [.. set.Queries.Where(query => !query.IsUnanswerable).Select(query => query.Kind).Distinct()];
        StringBuilder table = new StringBuilder()
            .Append("| |").AppendJoin('|', columns.Select(column => $" {column.Name} ")).AppendLine("|")
            .Append("|---|").AppendLine(string.Concat(columns.Select(_ => "--:|")));
        foreach (string kind in kinds.Prepend(Overall))
        {
            int count = set.Queries.Count(query => kind == Overall ? !query.IsUnanswerable : query.Kind == kind);
            Row(table, $"{kind} ({count})", columns.Select(column => Figures.Text($"{column.Scores[kind]:0.000}")));
        }

        foreach (string kind in (string[])["none", "nomatch"])
        {
            int count = set.Queries.Count(query => query.Kind == kind);
            Row(table, $"answered wrongly: {kind} ({count})", columns.Select(column => Figures.Text($"{100 * column.Scores[kind]:0} %")));
        }

        return table.ToString();
    }

    /// <summary>
    /// Lists what a contender misses, of every second query: who tunes by it can tell by the other half whether it helps in general.
    /// </summary>
    public static async Task<string> MissesAsync(JudgedSet set, Contender contender)
    {
        const double Enough = 0.6;
        StringBuilder list = new();
        Dictionary<string, Searcher> shops = await OpenAsync(contender, set);
        foreach (JudgedQuery query in set.Queries.Where((_, place) => place % 2 == 0))
        {
            IReadOnlyList<string> found = await shops[query.Language].SearchAsync(query.Text, JudgedSet.Shown);
            double score = set.Score(query, found);
            if (query.IsUnanswerable ? score > 0 : score < Enough)
            {
                list.AppendLine(Figures.Text(
                    $"{query.Kind} {query.Language} {score:0.00} \"{query.Text}\": {string.Join(", ", found)}; {set.Wanted(query)}"));
            }
        }

        return list.ToString();
    }

    private static async Task<Dictionary<string, Searcher>> OpenAsync(Contender contender, JudgedSet set)
    {
        Dictionary<string, Searcher> shops = [];
        foreach (IGrouping<string, SearchProduct> shop in set.Shops)
        {
            // What is sold out or switched off is left out of every answer.
            shops[shop.Key] = await contender.OpenAsync(
                shop.Key, [.. shop.Where(product => product is { IsSendable: true, IsSearchable: true })]);
        }

        return shops;
    }

    private static void Row(StringBuilder table, string name, IEnumerable<string> cells) =>
        table.Append("| ").Append(name).Append(" |").AppendJoin('|', cells.Select(cell => $" {cell} ")).AppendLine("|");

    private static async Task<Dictionary<string, double>> ScoresAsync(Contender contender, JudgedSet set)
    {
        Dictionary<string, Searcher> shops = await OpenAsync(contender, set);
        List<(string Kind, double Score)> scores = [];
        foreach (JudgedQuery query in set.Queries)
        {
            double score = set.Score(query, await shops[query.Language].SearchAsync(query.Text, JudgedSet.Shown));
            scores.Add((query.Kind, score));
            if (!query.IsUnanswerable)
            {
                scores.Add((Overall, score));
            }
        }

        foreach (Searcher searcher in shops.Values)
        {
            await searcher.DisposeAsync();
        }

        return scores.GroupBy(score => score.Kind).ToDictionary(kind => kind.Key, kind => kind.Average(score => score.Score));
    }
}
