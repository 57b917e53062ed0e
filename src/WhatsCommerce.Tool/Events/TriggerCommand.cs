using Microsoft.Extensions.Configuration;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Tool.Events;

/// <summary><c>trigger</c>: triggers an event of a customer, at a running emulator or as a signed webhook to any app.</summary>
internal sealed class TriggerCommand(ToolConsole console)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly TriggerOptions _options = new();

    public Command Create()
    {
        Command command = new(
            "trigger",
            "Lets a customer do something at a running emulator, or posts what Meta would post to an app (--to), and prints the response.");
        foreach ((Command what, Func<ParseResult, TriggeredEvent> read) in TriggerEvents.All())
        {
            _options.AddTo(what);
            what.SetAction((parsed, end) => RunAsync(parsed, read(parsed), end));
            command.Subcommands.Add(what);
        }

        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, TriggeredEvent triggered, CancellationToken end)
    {
        TriggerResult result = parsed.GetValue(_options.Signed.To) is { } address
            ? await PostAsync(parsed, triggered, address, end).ConfigureAwait(false)
            : await ActAsync(parsed, triggered, end).ConfigureAwait(false);
        if (parsed.GetValue(_options.Json))
        {
            console.ShowJson(result, EventsJson.Default.TriggerResult);
        }
        else
        {
            string outcome = console.Paint(
                $"{result.Outcome}{(result.Status is { } status ? $" ({status})" : "")}",
                result.Outcome == "delivered" ? Shade.Green : Shade.Red);
            console.Show($"{result.Event}  {outcome}{(result.To is { } to ? $"  {to}" : "")}");
            if (result.Problem is { } problem)
            {
                console.Say(ToolConsole.Plain(problem), Shade.Red);
            }
        }

        return result.Outcome == "delivered" ? ToolExitCode.Ok : ToolExitCode.Findings;
    }

    private TimeSpan WaitOf(ParseResult parsed) => TimeSpan.FromSeconds(parsed.GetValue(_options.Wait));

    private async Task<TriggerResult> PostAsync(ParseResult parsed, TriggeredEvent triggered, Uri address, CancellationToken end)
    {
        IConfigurationSection settings =
            await AccountConfiguration.ReadAsync(parsed, _options.Account, console, end).ConfigureAwait(false);
        using SignedPoster poster =
            await _options.Signed.CreatePosterAsync(parsed, address, settings, console, end).ConfigureAwait(false);
        EventComposer composer = await StartAsync(poster, triggered, settings, end).ConfigureAwait(false);
        await using (composer.ConfigureAwait(false))
        {
            PostedWebhook posted = await composer
                .RunAsync(_options.NumberOf(parsed), parsed.GetValue(_options.Name), WaitOf(parsed), end).ConfigureAwait(false);
            return new(
                triggered.Subject,
                address.ToString(),
                posted.IsTaken ? "delivered" : "refused",
                posted.StatusCode,
                posted.Milliseconds,
                posted.IsTaken ? null : posted.Words);
        }
    }

    private static async Task<EventComposer> StartAsync(
        SignedPoster poster, TriggeredEvent triggered, IConfigurationSection settings, CancellationToken end)
    {
        try
        {
            return await EventComposer.StartAsync(poster, triggered, settings, end).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is CatalogLoadException or ArgumentException)
        {
            throw new CannotRunException(exception.Message);
        }
    }

    private async Task<TriggerResult> ActAsync(ParseResult parsed, TriggeredEvent triggered, CancellationToken end)
    {
        if (triggered.MessageId is not null)
        {
            throw new CannotRunException(
                "At an emulator the statuses are those of the messages that its customers have received: leave --message away, or post "
                    + "the status to the app with --to.");
        }

        using EmulatorLink link = new(parsed.EmulatorOf(_options.Account.Emulator) ?? ToolOptions.DefaultEmulator);
        TrafficJson before = await link.TrafficAsync(0, end).ConfigureAwait(false);
        long last = before.Rows.Count == 0 ? 0 : before.Rows.Max(row => row.Number);
        NewCustomerJson from = new(parsed.GetValue(_options.Name), _options.NumberOf(parsed).E164);
        CustomerJson customer = await link.CustomerAsync(from, end).ConfigureAwait(false);
        await triggered.ActAsync(link, customer.Id, end).ConfigureAwait(false);
        if ((await link.SettingsAsync(end).ConfigureAwait(false)).Callback is not { } callback)
        {
            return new(
                triggered.Subject,
                null,
                "notConnected",
                null,
                null,
                "It stands in the chat, but no app hears of it: connect one with 'whatscommerce listen --forward-to URL'.");
        }

        return await WaitForResponseAsync(link, triggered, callback, (last, before.Revision), WaitOf(parsed), end).ConfigureAwait(false);
    }

    private static async Task<TriggerResult> WaitForResponseAsync(
        EmulatorLink link,
        TriggeredEvent triggered,
        string callback,
        (long Number, long Revision) last,
        TimeSpan wait,
        CancellationToken end)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < wait)
        {
            TrafficJson traffic = await link.TrafficAsync(last.Revision, end).ConfigureAwait(false);
            TrafficRowJson? row = traffic.Rows.FirstOrDefault(row => row.Number > last.Number
                && row is { Kind: "webhook", Attempts: > 0 }
                && row.Title.Contains(triggered.Subject, StringComparison.Ordinal));
            if (row is not null)
            {
                // By the response: a webhook that the emulator duplicates is still pending after it.
                bool isTaken = row.Status == 200;
                string? problem = isTaken ? null
                    : row.Rule ?? "The app did not respond with 200; the emulator delivers it again, as Meta does.";
                return new(
                    triggered.Subject,
                    callback,
                    isTaken ? "delivered" : "refused",
                    row.Status,
                    row.Milliseconds,
                    problem);
            }

            await Task.Delay(Pause, TimeProvider.System, end).ConfigureAwait(false);
        }

        return new(
            triggered.Subject,
            callback,
            "refused",
            null,
            null,
            FormattableString.Invariant($"The app has not responded within {wait.TotalSeconds:0} s."));
    }
}
