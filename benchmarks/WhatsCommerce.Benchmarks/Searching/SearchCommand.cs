using System.CommandLine;
using System.Globalization;

namespace WhatsCommerce.Benchmarks.Searching;

/// <summary>The command that compares the product search with others: what it finds, and how long it takes.</summary>
internal static class SearchCommand
{
    private const string Folder = "../shared/search";

    public static Command Create()
    {
        Option<DirectoryInfo> data = new("--data")
        {
            HelpName = "FOLDER",
            Description = "A judged set: products.tsv, queries.tsv and judgements.tsv. Without one quality is not compared. "
                + $"Default: {Folder}, where there is one.",
        };
        data.AcceptExistingOnly();
        Option<int[]> sizes = new("--sizes")
        {
            HelpName = "SIZES",
            Description = "The numbers of generated products, with commas between them. 0: speed is not compared.",
            DefaultValueFactory = _ => [1_000, 10_000, 100_000],
            CustomParser = result =>
            {
                string[] cells = result.Tokens[0].Value.Split(',');
                int[] counts = [.. cells.Select(cell =>
                    int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count <= 1_000_000 ? count : -1)];
                if (counts.Contains(-1))
                {
                    result.AddError($"--sizes: '{result.Tokens[0].Value}' is no list of numbers up to 1000000.");
                }

                return counts;
            },
        };
        Option<int> queries = new("--queries")
        {
            HelpName = "NUMBER",
            Description = "How many queries of each kind are timed.",
            DefaultValueFactory = _ => 300,
        };
        queries.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 10_000)
            {
                result.AddError("--queries must be from 1 to 10000.");
            }
        });
        Option<bool> misses = new("--misses")
        {
            Description = "Lists, of every second query, what the search misses without the common names.",
        };
        Command command = new("search", "Compares the product search with Lucene.Net, SQLite's FTS5 and PostgreSQL: see docs/search.md.")
        {
            data, sizes, queries, misses,
        };
        command.SetAction(async (parsed, _) =>
        {
            string? folder = parsed.GetValue(data)?.FullName ?? (Directory.Exists(Folder) ? Folder : null);
            if (Shops.ShopDatabase.Missing is string missing)
            {
                await Console.Error.WriteLineAsync($"PostgreSQL is left out. {missing}.");
            }

            Console.WriteLine(folder is null
                ? $"There is no judged set at {Folder}: name one by --data.\n"
                : await QualityTable.MeasureAsync(new JudgedSet(folder)));
            if (folder is not null && parsed.GetValue(misses))
            {
                Contender contender = Contender.All.First(one => one.Name.Contains("without", StringComparison.Ordinal));
                Console.WriteLine(await QualityTable.MissesAsync(new JudgedSet(folder), contender));
            }

            int[] counts = [.. parsed.GetValue(sizes)!.Where(size => size > 0)];
            if (counts.Length > 0)
            {
                Console.WriteLine(await SpeedTable.MeasureAsync(counts, parsed.GetValue(queries)));
            }

            return 0;
        });
        return command;
    }
}
