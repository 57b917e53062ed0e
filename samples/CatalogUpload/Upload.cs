using Spectre.Console;
using WhatsCommerce;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Tool.Uploads;

namespace CatalogUpload;

/// <summary>Runs one upload with a progress bar, and prints the result.</summary>
internal sealed class Upload(WhatsCommerceClient client)
{
    public async Task<ExitCode> RunAsync(string path, CancellationToken cancellationToken)
    {
        ProductFile file = new(path);
        try
        {
            InventoryReport report = await WithProgressBarAsync(
                path,
                progress => client.Catalogs.Inventory.UploadAsync(
                    file.ReadAsync(cancellationToken),
                    new InventoryOptions { Checkpoint = new FileUploadCheckpointStore(path + ".checkpoint"), Progress = progress },
                    cancellationToken));
            return Tell(file, report);
        }
        catch (InventoryUploadException exception) when (
            exception.InnerException is InvalidProductFileException or InvalidOperationException)
        {
            Screen.Say($"{exception.InnerException.Message}", Color.Red);
            return ExitCode.WrongUse;
        }
        catch (InventoryUploadException exception)
        {
            Tell(file, exception.Report);
            Screen.Say($"{exception.Message}", Color.Red);
            return ExitCode.EndedEarly;
        }
    }

    // Progress is measured in lines of the file; counting them costs little compared with the upload.
    private static Task<InventoryReport> WithProgressBarAsync(
        string path, Func<IProgress<InventoryProgress>, Task<InventoryReport>> upload) =>
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                ProgressTask bar = context.AddTask("reading", maxValue: new ProductFile(path).CountLines());
                InventoryReport report = await upload(new Bar(bar));
                bar.Value = bar.MaxValue;
                return report;
            });

    private static ExitCode Tell(ProductFile file, InventoryReport report)
    {
        IReadOnlyList<RejectedRow> rejected = RejectedRow.Of(file, report);
        Screen.Show(rejected);
        foreach (UnconfirmedBatch batch in report.Unconfirmed)
        {
            Screen.Say($"{batch.Items.Count:#,0} items may or may not be in: {batch.Reason}", Color.Yellow);
        }

        if (report.Resumed > 0)
        {
            Screen.Say($"An earlier run had settled {report.Resumed:#,0} rows.");
        }

        Screen.Say($"{report.Accepted:#,0} in the catalog, {rejected.Count:#,0} rejected, in {report.Elapsed.TotalSeconds:0.0} s.");
        return rejected.Count == 0 && report.Unconfirmed.Count == 0 ? ExitCode.AllIn : ExitCode.SomeRejected;
    }

    // Progress<T> reports asynchronously, so an older report could be shown last.
    private sealed class Bar(ProgressTask bar) : IProgress<InventoryProgress>
    {
        public void Report(InventoryProgress value)
        {
            bar.Value = value.Settled;
            bar.Description =
                FormattableString.Invariant($"{value.Accepted:#,0} in, {value.Rejected:#,0} rejected, {value.ItemsPerSecond:#,0}/s");
        }
    }
}
