using Microsoft.Data.Sqlite;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Benchmarks.Searching;

/// <summary>
/// The full-text search of SQLite, in memory: any word of the query, or any three letters in a row of its words, by bm25.
/// </summary>
internal sealed class Fts5Searcher : Searcher
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly bool _isTrigram;
    private readonly SqliteCommand _search;

    private Fts5Searcher(bool isTrigram)
    {
        _isTrigram = isTrigram;
        _search = _connection.CreateCommand();
        _search.CommandText =
            "select id from products where products match $query order by bm25(products, 0, 3, 2, 1.5, 1) limit $limit";
        _search.Parameters.Add("$query", SqliteType.Text);
        _search.Parameters.Add("$limit", SqliteType.Integer);
    }

    public static async Task<Searcher> OpenAsync(IReadOnlyList<SearchProduct> products, bool isTrigram)
    {
        Fts5Searcher searcher = new(isTrigram);
        await searcher.IndexAsync(products);
        return searcher;
    }

    public override Task<IReadOnlyList<string>> SearchAsync(string query, int limit)
    {
        string[] terms = [.. WordsOf(query).SelectMany(word => _isTrigram ? Trigrams(word) : [word]).Select(term => $"\"{term}\"")];
        if (terms.Length == 0)
        {
            return Task.FromResult<IReadOnlyList<string>>([]);
        }

        _search.Parameters[0].Value = string.Join(" OR ", terms);
        _search.Parameters[1].Value = limit;
        using SqliteDataReader rows = _search.ExecuteReader();
        List<string> ids = [];
        while (rows.Read())
        {
            ids.Add(rows.GetString(0));
        }

        return Task.FromResult<IReadOnlyList<string>>(ids);
    }

    public override ValueTask DisposeAsync()
    {
        _search.Dispose();
        return _connection.DisposeAsync();
    }

    private static IEnumerable<string> Trigrams(string word) =>
        Enumerable.Range(0, Math.Max(0, word.Length - 2)).Select(at => word.Substring(at, 3));

    private async Task IndexAsync(IReadOnlyList<SearchProduct> products)
    {
        await _connection.OpenAsync();
        await using SqliteCommand create = _connection.CreateCommand();
        create.CommandText = $"""
            create virtual table products using fts5 (
                id unindexed, title, brand, category, description,
                tokenize = '{(_isTrigram ? "trigram" : "unicode61 remove_diacritics 2")}')
            """;
        await create.ExecuteNonQueryAsync();
        await using System.Data.Common.DbTransaction transaction = await _connection.BeginTransactionAsync();
        await using SqliteCommand insert = _connection.CreateCommand();
        insert.Transaction = (SqliteTransaction)transaction;
        insert.CommandText = "insert into products values ($id, $title, $brand, $category, $description)";
        foreach (SearchProduct product in products)
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$id", product.RetailerId.ToString());
            foreach ((string field, _, Func<SearchProduct, string?> read) in Fields)
            {
                insert.Parameters.AddWithValue($"${field}", read(product) ?? "");
            }

            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }
}
