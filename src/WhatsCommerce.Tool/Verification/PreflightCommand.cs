using System.Text;

namespace WhatsCommerce.Tool.Verification;

/// <summary><c>preflight</c>: whether the number can send products.</summary>
internal sealed class PreflightCommand(ToolConsole console)
{
    private const int MaxListBytes = 4 * 1024 * 1024;

    private readonly Argument<string[]> _products = new("product")
    {
        Description = "Retailer ids; - reads them from the standard input, one a line. Without any the shop alone is checked.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly AccountOptions _account = new();
    private readonly Option<bool> _json = ToolOptions.Json();

    public Command Create()
    {
        Command command = new("preflight", "Tells whether products can be sent, and why not, before a message is refused.")
        {
            _products, _json,
        };
        _account.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken end)
    {
        AccountClient account = await AccountClient.CreateAsync(
            parsed,
            _account,
            console,
            [nameof(WhatsCommerceOptions.PhoneNumberId), nameof(WhatsCommerceOptions.BusinessAccountId)],
            end).ConfigureAwait(false);
        await using (account.ConfigureAwait(false))
        {
            IReadOnlyList<RetailerId> products = await ProductsAsync(parsed, end).ConfigureAwait(false);
            PreflightReport report =
                await account.Client.Preflight.CheckSendableAsync(products, cancellationToken: end).ConfigureAwait(false);
            if (parsed.GetValue(_json))
            {
                console.ShowJson(PreflightLine.Of(report), VerificationJson.Default.PreflightLine);
            }
            else
            {
                Tell(report);
            }

            return report.IsClear ? ToolExitCode.Ok : ToolExitCode.Findings;
        }
    }

    private async Task<IReadOnlyList<RetailerId>> ProductsAsync(ParseResult parsed, CancellationToken end)
    {
        List<RetailerId> products = [];
        foreach (string product in parsed.GetValue(_products) ?? [])
        {
            if (product != BoundedInput.StandardInput)
            {
                products.Add(product);
                continue;
            }

            byte[] list = await BoundedInput.ReadAsync(console, product, MaxListBytes, end).ConfigureAwait(false);
            products.AddRange(Encoding.UTF8.GetString(list)
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => (RetailerId)line));
        }

        return products.TrueForAll(product => product.HasValue) ? products : throw new CannotRunException("A retailer id is blank.");
    }

    private void Tell(PreflightReport report)
    {
        PreflightReport shop = report with { Unsendable = [] };
        console.Show(
            shop.IsClear ? $"The shop can sell from the catalog {report.ConnectedCatalogId}." : console.Paint($"{shop}", Shade.Red));
        if (report.Unsendable.Count > 0)
        {
            console.ShowTable(
                ["PRODUCT", "WHY IT CANNOT BE SENT"],
                [
                    .. report.Unsendable.Select(product => (IReadOnlyList<string>)
                    [
                        ToolConsole.Plain(product.RetailerId.Value, 100),
                        ToolConsole.Plain(string.Join(", ", product.RejectionReasons.Prepend(product.Problems.ToString()))),
                    ]),
                ]);
        }

        if (report.Sendable.Count > 0)
        {
            console.Show(FormattableString.Invariant($"{report.Sendable.Count} can be sent."));
        }
    }
}
