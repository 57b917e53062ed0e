namespace WhatsCommerce.Tool.Verification;

/// <summary><c>verify</c>: whether an account is ready to sell, and what to do if it is not.</summary>
internal sealed class VerifyCommand(ToolConsole console)
{
    private readonly AccountOptions _account = new();
    private readonly SignedOptions _signed = new(
        "Checks the webhook endpoint of the app too: https, or an address of this machine.", "--callback");
    private readonly Option<string?> _appId = ValuedOption.Valued<string?>(
        "--app-id",
        "ID",
        "The id of the app, to see its webhook fields; its secret comes from WhatsCommerce__AppSecret or the settings. Default: the one "
            + "app that gets the account's webhooks.",
        OptionValues.Id);

    private readonly Option<bool> _json = ToolOptions.Json();

    public Command Create()
    {
        Command command = new(
            "verify",
            "Checks an account: the token and its permissions, the number, the subscription and its webhook fields, the catalog, commerce "
                + "settings, India's compliance, and with --callback the app's webhook endpoint. It changes nothing.")
        {
            _appId,
            _json,
        };
        _account.AddTo(command);
        _signed.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken end)
    {
        List<Check> checks = [];
        AccountClient account = await AccountClient.CreateAsync(parsed, _account, console, [], end).ConfigureAwait(false);
        await using (account.ConfigureAwait(false))
        {
            WebhookFieldChecks fields = new(account, parsed.GetValue(_appId), parsed.GetValue(_signed.To));
            checks.AddRange(await new AccountChecks(account.Client, account.Settings, fields).RunAsync(end).ConfigureAwait(false));
            if (parsed.GetValue(_signed.To) is { } callback)
            {
                using SignedPoster poster =
                    await _signed.CreatePosterAsync(parsed, callback, account.Settings, console, end).ConfigureAwait(false);
                checks.AddRange(
                    await CallbackChecks.RunAsync(poster, account.Settings["Webhooks:VerifyToken"], end).ConfigureAwait(false));
            }
        }

        bool isOk = !checks.Exists(check => check.Outcome == Check.IsProblem);
        if (parsed.GetValue(_json))
        {
            console.ShowJson(new(isOk, checks), VerificationJson.Default.VerificationLine);
        }
        else
        {
            Tell(checks, isOk);
        }

        return isOk ? ToolExitCode.Ok : ToolExitCode.Findings;
    }

    private void Tell(List<Check> checks, bool isOk)
    {
        int width = checks.Max(check => check.Name.Length);
        foreach (Check check in checks)
        {
            Shade shade = check.Outcome switch
            {
                Check.IsOk => Shade.Green,
                Check.IsProblem => Shade.Red,
                Check.IsWarning => Shade.Yellow,
                _ => Shade.Gray,
            };
            console.Show(
                $"{console.Paint(check.Outcome.PadRight(7), shade)}  {check.Name.PadRight(width)}  {ToolConsole.Plain(check.Found)}");
            if (check.ToDo is { } toDo)
            {
                console.Show($"{"",7}  {"".PadRight(width)}  -> {ToolConsole.Plain(toDo)}");
            }
        }

        console.Say(isOk ? "Nothing is in the way." : "Something is in the way.", isOk ? Shade.Green : Shade.Red);
    }
}
