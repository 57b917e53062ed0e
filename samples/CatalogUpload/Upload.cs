using Spectre.Console;
using WhatsCommerce;
using WhatsCommerce.Catalogs;

namespace CatalogUpload;

/// <summary>One upload with its progress bar, and what came of it.</summary>
internal sealed class Upload(WhatsCommerceClient client)
{
    private const int MostRowsShown = 50;

    public async Task<ExitCode> RunAsync(string path, CancellationToken cancellationToken)
    {
        ProductFile file = new(path);
        try
        {
            InventoryReport report = await WithProgressBarAsync(
                path,
                progress => client.Catalogs.Inventory.UploadAsync(
                    file.ReadAsync(),
                    new InventoryOptions { Checkpoint = new FileUploadCheckpoint(path + ".checkpoint"), Progress = progress },
                    cancellationToken));
            return Tell(file, report);
        }
        catch (InventoryUploadException exception) when (exception.InnerException is InvalidCsvException invalid)
        {
            throw new InvalidCsvException(invalid.Message);
        }
        catch (InventoryUploadException exception)
        {
            Tell(file, exception.Report);
            AnsiConsole.MarkupLineInterpolated($"[red]{exception.Message}[/]");
            return ExitCode.EndedEarly;
        }
    }

    // The lines of the file are the measure; to count them costs little beside the upload.
    private static Task<InventoryReport> WithProgressBarAsync(string path, Func<IProgress<InventoryProgress>, Task<InventoryReport>> upload) =>
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                ProgressTask bar = context.AddTask("reading", maxValue: Math.Max(1, File.ReadLines(path).Count() - 1));
                InventoryReport report = await upload(new Progress<InventoryProgress>(progress =>
                {
                    bar.Value = progress.Settled;
                    bar.Description = FormattableString.Invariant($"{progress.Accepted:#,0} in, {progress.Rejected:#,0} rejected, {progress.ItemsPerSecond:#,0}/s");
                }));
                bar.Value = bar.MaxValue;
                return report;
            });

    private static ExitCode Tell(ProductFile file, InventoryReport report)
    {
        List<RejectedRow> rejected =
        [
            .. file.Broken
                .Concat(report.Rejected.Select(item => new RejectedRow(file.LineOf(item.Position), item.RetailerId.Value, string.Join(' ', item.Reasons))))
                .OrderBy(row => row.Line),
        ];
        if (rejected.Count > 0)
        {
            Table table = new Table().Border(TableBorder.Rounded).AddColumns("Line", "Id", "Why it is not in the catalog");
            foreach (RejectedRow row in rejected.Take(MostRowsShown))
            {
                table.AddRow(FormattableString.Invariant($"{row.Line}"), Markup.Escape(row.Id ?? ""), Markup.Escape(row.Reason));
            }

            AnsiConsole.Write(table);
        }

        foreach (UnconfirmedBatch batch in report.Unconfirmed)
        {
            AnsiConsole.MarkupLineInterpolated($"[yellow]{batch.Items.Count} items may or may not be in: {batch.Reason}[/]");
        }

        string resumed = report.Resumed > 0 ? FormattableString.Invariant($" {report.Resumed:#,0} rows were settled by an earlier run.") : "";
        AnsiConsole.MarkupLineInterpolated(
            $"{FormattableString.Invariant($"{report.Accepted:#,0} in the catalog, {rejected.Count:#,0} rejected")}{(rejected.Count > MostRowsShown ? $" (the first {MostRowsShown} are shown)" : "")}, in {report.Elapsed.TotalSeconds:0.0} s.{resumed}");
        return rejected.Count == 0 && report.Unconfirmed.Count == 0 ? ExitCode.AllIn : ExitCode.SomeRejected;
    }
}
