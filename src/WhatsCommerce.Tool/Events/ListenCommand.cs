using System.Globalization;

namespace WhatsCommerce.Tool.Events;

/// <summary><c>listen</c>: the traffic of a running emulator, live.</summary>
internal sealed class ListenCommand(ToolConsole console)
{
    // The polling interval. The emulator usually runs on this machine and responds from memory.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    // The maximum length of a path with query in a line; --json contains all of it.
    private const int MostOfTitle = 100;

    private readonly Option<Uri?> _emulator = ToolOptions.Emulator($"The emulator. Default: {ToolOptions.DefaultEmulator}");

    private readonly Option<Uri?> _forward = ValuedOption.Valued<Uri?>(
        "--forward-to", "URL", "Connects the webhooks of the emulator to an app first.", OptionValues.WebAddress);

    private readonly Option<bool> _history = new("--history") { Description = "Begins with what has happened before." };

    private readonly Option<bool> _problems = new("--problems")
    {
        Description = "Only what was refused, not delivered, or delivered again.",
    };

    private readonly Option<int> _count = ToolOptions.Number(
        "--count", "NUMBER", "Ends after so many lines. Default: Ctrl+C ends it.", 1, int.MaxValue, int.MaxValue);

    private readonly Option<bool> _json = ToolOptions.Json();

    public Command Create()
    {
        Command command = new("listen", "Shows the requests and webhooks of a running emulator as they happen.")
        {
            _emulator, _forward, _history, _problems, _count, _json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken end)
    {
        using EmulatorLink link = new(parsed.EmulatorOf(_emulator) ?? ToolOptions.DefaultEmulator);
        bool asJson = parsed.GetValue(_json);
        int left = parsed.GetValue(_count);
        long since = 0;
        if (!parsed.GetValue(_history))
        {
            since = (await link.TrafficAsync(0, end).ConfigureAwait(false)).Revision;
        }

        if (parsed.GetValue(_forward) is { } callback)
        {
            await link.ConnectAsync(callback, end).ConfigureAwait(false);
        }

        SettingsJson settings = await link.SettingsAsync(end).ConfigureAwait(false);
        console.Say($"Listening to {settings.BaseAddress}; webhooks go {settings.Callback ?? "nowhere yet (--forward-to URL)"}.");
        Seen seen = new();
        try
        {
            while (true)
            {
                TrafficJson traffic = await link.TrafficAsync(since, end).ConfigureAwait(false);
                since = traffic.Revision;
                foreach (TrafficLine line in traffic.Rows.Select(TrafficLine.Of).Where(seen.IsNew))
                {
                    if (parsed.GetValue(_problems) && !line.IsProblem)
                    {
                        continue;
                    }

                    Show(line, asJson);
                    if (--left == 0)
                    {
                        return ToolExitCode.Ok;
                    }
                }

                await Task.Delay(Pause, TimeProvider.System, end).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Ctrl+C is the normal way to end the command.
            return ToolExitCode.Ok;
        }
    }

    private void Show(TrafficLine line, bool asJson)
    {
        if (asJson)
        {
            console.ShowJson(line, EventsJson.Default.TrafficLine);
            return;
        }

        string at = TimeZoneInfo.ConvertTime(line.At, console.Time.LocalTimeZone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        string status = line.Status?.ToString(CultureInfo.InvariantCulture) ?? "-";
        string time = line.Milliseconds is { } milliseconds ? FormattableString.Invariant($"{milliseconds:0} ms") : "";
        string kind = line.Kind == "request" ? "request" : "webhook";
        Shade shade = !line.IsProblem ? Shade.Green : line.Verdict == "delivered" ? Shade.Yellow : Shade.Red;
        string verdict = console.Paint(line.Verdict.PadRight(9), shade);
        string what = $"{ToolConsole.Plain(line.Title, MostOfTitle)} {ToolConsole.Plain(line.Subject)}".TrimEnd();
        console.Show($"{at}  {kind}  {status,3}  {verdict}  {time,8}  {what}");
        if (line is { IsProblem: true, Rule: { } rule })
        {
            string code = line.Code is { } number ? FormattableString.Invariant($"{number}: ") : "";
            console.Show(console.Paint($"          {code}{ToolConsole.Plain(rule)}", Shade.Red));
        }
    }

    /// <summary>
    /// A row is returned again whenever it changes. It is shown once it is complete, and after each further attempt; as many rows are
    /// remembered as the emulator keeps.
    /// </summary>
    private sealed class Seen
    {
        private const int Most = 10_000;

        private readonly Dictionary<long, int> _attempts = [];

        public bool IsNew(TrafficLine line)
        {
            bool isSettled = line.Kind == "request" || line.Verdict != "pending";
            int state = isSettled ? int.MaxValue : line.Attempts;
            if (state == 0 || (_attempts.TryGetValue(line.Number, out int shown) && shown >= state))
            {
                return false;
            }

            if (_attempts.Count >= Most)
            {
                _attempts.Clear();
            }

            _attempts[line.Number] = state;
            return true;
        }
    }
}
