using System.Globalization;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Benchmarks.Searching;

/// <summary>
/// Products, queries and judgements in tab-separated files, <c>products.tsv</c>, <c>queries.tsv</c> and <c>judgements.tsv</c>: a query
/// is asked in the shop of its language.
/// </summary>
internal sealed class JudgedSet
{
    /// <summary>How many products of an answer count.</summary>
    public const int Shown = 10;

    private readonly ILookup<string, string[]> _judgements;

    public JudgedSet(string folder)
    {
        Shops = Read(folder, "products.tsv").ToLookup(cells => cells[10], Product);
        Queries = [.. Read(folder, "queries.tsv").Select(cells => new JudgedQuery(cells[0], cells[1], cells[2], cells[3]))];
        _judgements = Read(folder, "judgements.tsv").ToLookup(cells => cells[0]);
    }

    public ILookup<string, SearchProduct> Shops { get; }

    public IReadOnlyList<JudgedQuery> Queries { get; }

    /// <summary>Returns NDCG@10; of a query that no product answers, 1 when something was answered.</summary>
    public double Score(JudgedQuery query, IReadOnlyList<string> found)
    {
        if (query.IsUnanswerable)
        {
            return found.Count > 0 ? 1 : 0;
        }

        Dictionary<string, int> grades = _judgements[query.Id]
            .ToDictionary(cells => cells[1], cells => int.Parse(cells[2], CultureInfo.InvariantCulture));
        return Gain(found.Select(id => grades.GetValueOrDefault(id))) / Gain(grades.Values.OrderDescending().Take(Shown));
    }

    /// <summary>The titles of what was meant.</summary>
    public string Wanted(JudgedQuery query) => string.Join(" | ", _judgements[query.Id].Where(cells => cells[2] == "3")
        .Select(cells => Shops[query.Language].FirstOrDefault(product => product.RetailerId == cells[1])?.Title));

    private static IEnumerable<string[]> Read(string folder, string name) =>
        File.ReadLines(Path.Combine(folder, name)).Skip(1).Select(line => line.Split('\t'));

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

/// <summary>A query of a judged set.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Language">The shop in which it is asked.</param>
/// <param name="Kind">What it is an example of.</param>
/// <param name="Text">What the customer wrote.</param>
internal sealed record JudgedQuery(string Id, string Language, string Kind, string Text)
{
    /// <summary>Gets a value indicating whether nothing is to be answered.</summary>
    public bool IsUnanswerable => Kind is "none" or "nomatch";
}
