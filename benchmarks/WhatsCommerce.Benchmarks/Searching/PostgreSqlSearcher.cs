using Npgsql;
using WhatsCommerce.Benchmarks.Shops;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Benchmarks.Searching;

/// <summary>
/// PostgreSQL: products that have a word of the query in the language's own configuration, or whose text is like the query; ordered by the
/// sum of ts_rank and word_similarity.
/// </summary>
internal sealed class PostgreSqlSearcher : Searcher
{
    private const string Database = "search_comparison";
    private static int s_tables;

    private readonly NpgsqlDataSource _source;
    private readonly string _table;
    private readonly string _sql;

    private PostgreSqlSearcher(NpgsqlDataSource source, string language)
    {
        string configuration = language switch
        {
            "es" => "spanish",
            "pt" or "pt-BR" => "portuguese",
            "hi" => "hindi",
            "ar" => "arabic",
            "id" => "indonesian",
            _ => "english",
        };
        _source = source;
        _table = $"products_{Interlocked.Increment(ref s_tables)}";
        Configuration = configuration;
        _sql = $"""
            with asked as (select replace(plainto_tsquery('{configuration}', $1)::text, '&', '|')::tsquery as query)
            select id from {_table}, asked
            where words @@ asked.query or $1 <% text
            order by ts_rank(words, asked.query) + word_similarity($1, text) desc limit $2
            """;
    }

    private string Configuration { get; }

    public static async Task<Searcher> OpenAsync(string language, IReadOnlyList<SearchProduct> products)
    {
        await using NpgsqlDataSource server = ShopDatabase.Open();
        await using (NpgsqlCommand exists = server.CreateCommand($"select 1 from pg_database where datname = '{Database}'"))
        {
            if (await exists.ExecuteScalarAsync() is null)
            {
                // pg_trgm takes for letters what the database's locale does.
                await ShopDatabase.RunAsync(server, $"create database {Database} template template0 locale 'C.UTF-8'");
            }
        }

        NpgsqlDataSource source = ShopDatabase.Open(Database);
        PostgreSqlSearcher searcher = new(source, language);
        await searcher.IndexAsync(products);
        return searcher;
    }

    public override async Task<IReadOnlyList<string>> SearchAsync(string query, int limit)
    {
        await using NpgsqlCommand command = _source.CreateCommand(_sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = query });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        await using NpgsqlDataReader rows = await command.ExecuteReaderAsync();
        List<string> ids = [];
        while (await rows.ReadAsync())
        {
            ids.Add(rows.GetString(0));
        }

        return ids;
    }

    public override async ValueTask DisposeAsync()
    {
        await ShopDatabase.RunAsync(_source, $"drop table {_table}");
        await _source.DisposeAsync();
    }

    private async Task IndexAsync(IReadOnlyList<SearchProduct> products)
    {
        await ShopDatabase.RunAsync(_source, "create extension if not exists pg_trgm");
        await ShopDatabase.RunAsync(_source, $"create table {_table} (id text, text text, words tsvector)");
        await using (NpgsqlConnection connection = await _source.OpenConnectionAsync())
        await using (NpgsqlBinaryImporter rows = await connection.BeginBinaryImportAsync(
            $"copy {_table} (id, text) from stdin (format binary)"))
        {
            foreach (SearchProduct product in products)
            {
                await rows.StartRowAsync();
                await rows.WriteAsync(product.RetailerId.ToString());
                await rows.WriteAsync(string.Join(' ', Fields.Select(field => field.Read(product))));
            }

            await rows.CompleteAsync();
        }

        await ShopDatabase.RunAsync(_source, $"update {_table} set words = to_tsvector('{Configuration}', text)");
        await ShopDatabase.RunAsync(_source, $"create index on {_table} using gin (words)");
        await ShopDatabase.RunAsync(_source, $"create index on {_table} using gin (text gin_trgm_ops)");
        await ShopDatabase.RunAsync(_source, $"analyze {_table}");
    }
}
