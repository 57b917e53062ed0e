using System.Globalization;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Benchmarks.Searching;

/// <summary>
/// A catalog of any size, and queries for it: words of syllables, of which few are frequent and most are rare, as in catalogs. The same
/// each time.
/// </summary>
internal sealed class GeneratedCatalog
{
    private const int Seed = 20_250;
    private static readonly string[] Onsets =
        ["b", "br", "c", "ch", "d", "f", "g", "gr", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "v"];
    private static readonly string[] Nuclei = ["a", "e", "i", "o", "u", "ea", "ie", "oo"];
    private static readonly string[] Codas = ["", "", "", "n", "r", "s", "t", "l", "ck"];

    private readonly Random _random = new(Seed);
    private readonly string[] _words;
    private readonly string[] _brands;

    public GeneratedCatalog(int count)
    {
        // A larger catalog has more words, by the square root of its size.
        _words = Distinct((int)(60 * Math.Sqrt(count)) + 500);
        _brands = Distinct(Math.Max(20, count / 100));
        Products = [.. Enumerable.Range(0, count).Select(Product)];
    }

    public IReadOnlyList<SearchProduct> Products { get; }

    /// <summary>Returns queries of two words of a title, of which one is mistyped where so asked.</summary>
    public IReadOnlyList<string> Queries(int count, bool areMistyped) =>
    [
        .. Enumerable.Range(0, count).Select(_ =>
        {
            string[] title = Products[_random.Next(Products.Count)].Title.Split(' ');
            string[] words = [title[_random.Next(title.Length - 1)], title[^1]];
            if (areMistyped)
            {
                int which = _random.Next(2);
                words[which] = Mistype(words[which]);
            }

            return string.Join(' ', words);
        }),
    ];

    private string Mistype(string word)
    {
        int at = _random.Next(1, Math.Max(2, word.Length - 1));
        return _random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            2 when at + 1 < word.Length => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
            _ => $"{word[..at]}{(char)('a' + _random.Next(26))}{word[(at + 1)..]}",
        };
    }

    private SearchProduct Product(int number) => new()
    {
        RetailerId = string.Create(CultureInfo.InvariantCulture, $"sku-{number:000000}"),
        ItemGroupId = string.Create(CultureInfo.InvariantCulture, $"group-{number / 3}"),
        Title = string.Join(' ', Enumerable.Range(0, 3 + _random.Next(4)).Select(_ => Word())),
        Brand = _brands[_random.Next(_brands.Length)],
        Category = $"{_words[_random.Next(40)]} > {_words[40 + _random.Next(160)]}",
        Description = string.Join(' ', Enumerable.Range(0, 12).Select(_ => Word())),
        Price = new Money(1 + _random.Next(10_000) / 100m, "USD"),
        IsSendable = true,
        IsSearchable = true,
    };

    /// <summary>The first words are the frequent ones.</summary>
    private string Word() => _words[(int)(_words.Length * Math.Pow(_random.NextDouble(), 2.5))];

    private string[] Distinct(int count)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        while (words.Count < count)
        {
            words.Add(string.Concat(Enumerable.Range(0, 2 + _random.Next(3)).Select(_ =>
                Onsets[_random.Next(Onsets.Length)] + Nuclei[_random.Next(Nuclei.Length)] + Codas[_random.Next(Codas.Length)])));
        }

        return [.. words];
    }
}
