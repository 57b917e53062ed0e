using System.Globalization;
using WhatsCommerce.Catalogs;

namespace WhatsCommerce.Tool.Uploads;

/// <summary><c>upload</c>: uploads a product file to a catalog; an interrupted upload is resumed.</summary>
internal sealed class UploadCommand(ToolConsole console)
{
    private const int MostRowsShown = 50;

    private static readonly InventoryOptions Defaults = new();

    private readonly Argument<FileInfo> _file = new("file")
    {
        HelpName = "FILE",
        Description = "CSV with the names of the columns in the first line, a JSON array, or JSON Lines.",
    };

    private readonly AccountOptions _account = new();

    private readonly Option<string?> _checkpoint = ToolOptions.Text(
        "--checkpoint", "FILE", "Where the progress is stored. Default: beside the file, with the ending .checkpoint.");

    private readonly Option<bool> _restart = new("--restart") { Description = "Begins anew, whatever an earlier run has stored." };

    private readonly Option<int> _batchItems = ToolOptions.Number(
        "--batch-items", "NUMBER", "The most items of a batch.", 1, CatalogLimits.BatchItems, Defaults.MaxBatchItems);

    private readonly Option<int> _batches = ToolOptions.Number(
        "--batches-in-flight", "NUMBER", "How many batches are on their way at once.", 1, 64, Defaults.MaxBatchesInFlight);

    private readonly Option<bool> _json = ToolOptions.Json();

    public Command Create()
    {
        _file.AcceptExistingOnly();
        Command command = new(
            "upload", "Uploads a file of products into a catalog. Run it again after an interruption, and it goes on where it ended.")
        {
            _file, _checkpoint, _restart, _batchItems, _batches, _json,
        };
        _account.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken end)
    {
        string path = parsed.GetValue(_file)!.FullName;
        ProductFile file = new(path);
        string checkpoint = parsed.GetValue(_checkpoint) ?? path + ".checkpoint";
        AccountClient account = await AccountClient
            .CreateAsync(parsed, _account, console, [nameof(WhatsCommerceOptions.CatalogId)], end).ConfigureAwait(false);
        await using (account.ConfigureAwait(false))
        {
            InventoryOptions options = Defaults with
            {
                MaxBatchItems = parsed.GetValue(_batchItems),
                MaxBatchesInFlight = parsed.GetValue(_batches),
                Checkpoint = new FileUploadCheckpointStore(checkpoint),
                Progress = new Progress(console, parsed.GetValue(_json), file.IsJson ? null : file.CountLines()),
            };
            if (parsed.GetValue(_restart))
            {
                await options.Checkpoint.ClearAsync(end).ConfigureAwait(false);
            }

            try
            {
                InventoryReport report =
                    await account.Client.Catalogs.Inventory.UploadAsync(file.ReadAsync(end), options, end).ConfigureAwait(false);
                Tell(parsed, file, report, problem: null);
                return report.IsComplete && file.Broken.Count == 0 ? ToolExitCode.Ok : ToolExitCode.Findings;
            }
            catch (InventoryUploadException exception) when (exception.InnerException is InvalidProductFileException invalid)
            {
                throw new CannotRunException(invalid.Message);
            }
            catch (InventoryUploadException exception)
            {
                Tell(parsed, file, exception.Report, ToolConsole.Plain(exception.Message));
                return ToolExitCode.Unreachable;
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                console.SayForNow("");
                console.Say("Interrupted. Run it again with the same file, and it goes on where it ended.");
                throw;
            }
        }
    }

    private void Tell(ParseResult parsed, ProductFile file, InventoryReport report, string? problem)
    {
        IReadOnlyList<RejectedRow> rejected = RejectedRow.Of(file, report);
        long unconfirmed = report.Unconfirmed.Sum(batch => batch.Items.Count);
        if (parsed.GetValue(_json))
        {
            foreach (RejectedRow row in rejected)
            {
                console.ShowJson(new("rejected", row.Line, row.Id, row.Reason), UploadsJson.Default.UploadRejectedLine);
            }

            UploadReportLine line = new(
                "report",
                report.Read + file.Broken.Count,
                report.Accepted,
                rejected.Count,
                unconfirmed,
                report.Resumed,
                Math.Round(report.Elapsed.TotalSeconds, 1),
                problem);
            console.ShowJson(line, UploadsJson.Default.UploadReportLine);
            return;
        }

        console.SayForNow("");
        if (rejected.Count > 0)
        {
            console.ShowTable(
                [file.IsJson ? "ITEM" : "LINE", "ID", "WHY IT IS NOT IN THE CATALOG"],
                [
                    .. rejected.Take(MostRowsShown).Select(row => (IReadOnlyList<string>)
                    [
                        row.Line.ToString(CultureInfo.InvariantCulture), ToolConsole.Plain(row.Id, 100), ToolConsole.Plain(row.Reason),
                    ]),
                ]);
        }

        if (rejected.Count > MostRowsShown)
        {
            console.Show(FormattableString.Invariant($"... and {rejected.Count - MostRowsShown:#,0} more; --json lists all."));
        }

        foreach (UnconfirmedBatch batch in report.Unconfirmed)
        {
            string reason = ToolConsole.Plain(batch.Reason);
            console.Show(FormattableString.Invariant(
                $"{batch.Items.Count:#,0} {Plural.Noun(batch.Items.Count, "item")} may or may not be in the catalog: {reason}"));
        }

        if (report.Resumed > 0)
        {
            console.Show(FormattableString.Invariant(
                $"An earlier run had settled {report.Resumed:#,0} {Plural.Noun(report.Resumed, "row")}."));
        }

        console.Show(FormattableString.Invariant(
            $"{report.Accepted:#,0} in the catalog, {rejected.Count:#,0} rejected, in {report.Elapsed.TotalSeconds:0.0} s."));
        if (problem is not null)
        {
            console.Say(problem, Shade.Red);
        }
    }

    // Progress<T> reports asynchronously, so an older report could be shown last.
    private sealed class Progress(ToolConsole console, bool asJson, int? lines) : IProgress<InventoryProgress>
    {
        public void Report(InventoryProgress value)
        {
            if (asJson)
            {
                console.ShowJson(
                    new("progress", value.Accepted, value.Rejected, value.Resumed), UploadsJson.Default.UploadProgressLine);
                return;
            }

            string share = lines is { } all ? FormattableString.Invariant($"{Math.Min(100, 100 * value.Settled / all),3} %  ") : "";
            console.SayForNow(FormattableString.Invariant(
                $"{share}{value.Accepted:#,0} in, {value.Rejected:#,0} rejected, {value.ItemsPerSecond:#,0}/s"));
        }
    }
}
