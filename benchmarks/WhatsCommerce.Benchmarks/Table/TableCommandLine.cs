using System.CommandLine;
using System.Globalization;
using WhatsCommerce.Benchmarks.Measuring;
using WhatsCommerce.Benchmarks.Searching;

namespace WhatsCommerce.Benchmarks.Table;

/// <summary>Parses the options of the table command.</summary>
internal sealed class TableCommandLine
{
    private const int WrongArguments = 2;

    private readonly Option<string[]> _rows = new("--rows")
    {
        HelpName = "ROWS",
        Description = "Only these, with commas between them: " + string.Join("; ", Topics.All.Select(topic =>
            topic.Rows.Count == 1 && topic.Rows[0] == topic.Name
                ? topic.Name
                : $"{topic.Name}, which is {string.Join(", ", topic.Rows)}")) + ".",
        CustomParser = result => result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
    };

    private readonly Option<int?> _turns = Count(
        "--turns",
        $"The number of turns of a row in each process. Default: {Defaults(topic => topic.Turns)}.");

    private readonly Option<int?> _processes = Count(
        "--processes",
        $"The number of processes; the table shows their median. Default: {Defaults(topic => topic.Processes)}.");

    private readonly Option<FileInfo> _beside = new("--beside")
    {
        HelpName = "PROGRAM",
        Description = "This program, built from other sources: both are measured in turn and shown side by side. "
            + "eng/compare-speed.sh builds it.",
    };

    private readonly RootCommand _root;

    public TableCommandLine()
    {
        _rows.Validators.Add(result =>
        {
            HashSet<string> known = [.. Topics.All.SelectMany(topic => topic.Rows.Append(topic.Name))];
            string[] asked = result.GetValueOrDefault<string[]>() ?? [];
            foreach (string row in asked.Where(row => !known.Contains(row)))
            {
                result.AddError($"--rows: there is no row '{row}'. There are {string.Join(", ", known)}.");
            }

            if (asked.Length == 0)
            {
                result.AddError("--rows: no row is named.");
            }
        });
        _beside.AcceptExistingOnly();

        Command table = new(
            "table",
            "Measures each row beside its baseline and prints the table of docs/performance.md. Exit code 1: a row is over its limit.")
        {
            _rows, _turns, _processes, _beside,
        };
        table.SetAction((parsed, _) => TableRun.RunAsync(
            Topics.Named(parsed.GetValue(_rows) ?? []), parsed.GetValue(_turns), parsed.GetValue(_processes), parsed.GetValue(_beside)));
        _root = new(
            "What the SDK costs. --filter and --list in place of a command go to BenchmarkDotNet, for a closer look: --filter *Parse*")
        {
            table,
            SearchCommand.Create(),
        };
    }

    /// <returns>0 when all rows are within their limits, 1 when one is not, 2 when the arguments are invalid.</returns>
    public async Task<int> RunAsync(string[] args)
    {
        ParseResult parsed = _root.Parse(args);

        // Exceptions during a measurement are not caught: their exit code must differ from that of a limit.
        int exitCode = await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        return parsed.Errors.Count > 0 ? WrongArguments : exitCode;
    }

    private static string Defaults(Func<Topic, int> number) =>
        string.Join(", ", Topics.All.GroupBy(number).Select(same =>
            $"{same.Key} for {string.Join('/', same.Select(topic => topic.Name))}"));

    private static Option<int?> Count(string name, string description) => new(name)
    {
        HelpName = "NUMBER",
        Description = description,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0)
            {
                return count;
            }

            result.AddError($"{name}: '{result.Tokens[0].Value}' is no number from 1.");
            return null;
        },
    };
}
