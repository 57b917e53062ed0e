using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tool.Webhooks;

/// <summary><c>replay</c>: posts dead letters and saved webhook bodies to an app again.</summary>
internal sealed class ReplayCommand(ToolConsole console)
{
    private const string FailedAgain = "accepted, but not handled: the letter stays stored";

    private readonly Argument<string[]> _files = new("file")
    {
        Description = "Files with one webhook body each, folders with such files (*.json), or - for the standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly LetterBoxes _boxes = new();

    private readonly SignedOptions _signed = new("The webhook endpoint of the app: https, or an address of this machine.");

    private readonly AccountOptions _account = new();

    private readonly Option<string[]> _ids = new("--id")
    {
        HelpName = "ID",
        Description = "Only the dead letter with this id; may stand several times.",
    };

    private readonly Option<bool> _list = new("--list") { Description = "Lists the dead letters, and posts nothing." };

    private readonly Option<bool> _settle = new("--settle")
    {
        Description = "The app uses these dead letters itself: lets their events run again, and removes what it has taken.",
    };

    private readonly Option<bool> _json = ToolOptions.Json();

    public Command Create()
    {
        Command command = new("replay", "Posts dead letters or saved webhook bodies to an app again, signed.")
        {
            _files, _ids, _list, _settle, _json,
        };
        _boxes.AddTo(command);
        _signed.AddTo(command);
        command.Options.Add(_account.Settings);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken end)
    {
        LetterBox? box = _boxes.Open(parsed, console);
        try
        {
            string[] files = parsed.GetValue(_files) ?? [];
            if (box is null == (files.Length == 0))
            {
                throw new CannotRunException("Name files with bodies, or dead letters with --sqlite, --postgresql or --dead-letters.");
            }

            if (parsed.GetValue(_list))
            {
                return await ListAsync(parsed, box, end).ConfigureAwait(false);
            }

            Uri to = parsed.GetValue(_signed.To) ?? throw new CannotRunException("Name the app with --to URL.");
            IConfigurationSection settings = await AccountConfiguration.ReadAsync(parsed, _account, console, end).ConfigureAwait(false);
            using SignedPoster poster = await _signed.CreatePosterAsync(parsed, to, settings, console, end).ConfigureAwait(false);
            return box is not null
                ? await ReplayAsync(parsed, box, poster, end).ConfigureAwait(false)
                : await PostAsync(parsed, files, poster, end).ConfigureAwait(false);
        }
        catch (DbException exception)
        {
            throw new CommandFailedException(
                $"The dead letters cannot be read: {LogText.Quote(exception.Message)}", ToolExitCode.Unreachable);
        }
        finally
        {
            if (box is not null)
            {
                await box.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task<int> ListAsync(ParseResult parsed, LetterBox? box, CancellationToken end)
    {
        List<IReadOnlyList<string>> rows = [];
        await foreach (DeadLetter letter in LettersAsync(parsed, box ?? throw new CannotRunException("--list lists dead letters."), end)
            .ConfigureAwait(false))
        {
            LetterLine line = LetterLine.Of(letter);
            if (parsed.GetValue(_json))
            {
                console.ShowJson(line, WebhooksJson.Default.LetterLine);
                continue;
            }

            rows.Add(
            [
                line.Id,
                line.Time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                line.Reason,
                line.Handler ?? "-",
                line.Attempts.ToString(CultureInfo.InvariantCulture),
                ToolConsole.Plain(line.Error),
            ]);
        }

        if (!parsed.GetValue(_json))
        {
            console.ShowTable(["ID", "TIME (UTC)", "REASON", "HANDLER", "ATTEMPTS", "ERROR"], rows);
        }

        return ToolExitCode.Ok;
    }

    private async Task<int> ReplayAsync(ParseResult parsed, LetterBox box, SignedPoster poster, CancellationToken end)
    {
        bool settles = parsed.GetValue(_settle);
        Count count = new();
        await foreach (DeadLetter letter in LettersAsync(parsed, box, end).ConfigureAwait(false))
        {
            if (settles)
            {
                await box.ReviveAsync(letter, end).ConfigureAwait(false);
            }

            PostedWebhook? posted = null;
            bool isRemoved = false;
            try
            {
                posted = await poster.PostAsync(letter.Body, end).ConfigureAwait(false);
            }
            finally
            {
                if (settles)
                {
                    isRemoved = await box.SettleAsync(letter, posted is { IsTaken: true }).ConfigureAwait(false);
                }
            }

            bool isDeadAgain = settles && posted.IsTaken && !isRemoved;
            Tell(parsed, "dead letter", letter.Id, isDeadAgain ? posted with { Problem = FailedAgain } : posted, count);
        }

        if (!settles && count.Taken > 0)
        {
            console.Say(
                "The letters stay stored. An app that uses them itself treats their events as dead, and handles them only with --settle.");
        }

        return End(count);
    }

    private async IAsyncEnumerable<DeadLetter> LettersAsync(
        ParseResult parsed, LetterBox box, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken end)
    {
        string[] ids = parsed.GetValue(_ids) ?? [];
        HashSet<string> missing = [.. ids];
        await foreach (DeadLetter letter in box.Letters.ListAsync(end).ConfigureAwait(false))
        {
            if (ids.Length == 0 || missing.Remove(letter.Id))
            {
                yield return letter;
            }
        }

        if (missing.Count > 0)
        {
            string names = string.Join(", ", missing.Select(id => ToolConsole.Plain(id, 80)));
            throw new CommandFailedException($"There is no dead letter {names}.");
        }
    }

    private async Task<int> PostAsync(ParseResult parsed, string[] files, SignedPoster poster, CancellationToken end)
    {
        Count count = new();
        foreach (string file in files.SelectMany(FilesOf))
        {
            byte[] body = await BoundedInput.ReadAsync(console, file, SignedPoster.MaxBodyBytes, end).ConfigureAwait(false);
            Tell(parsed, file, null, await poster.PostAsync(body, end).ConfigureAwait(false), count);
        }

        return End(count);
    }

    private static IEnumerable<string> FilesOf(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal)
        : [path];

    private void Tell(ParseResult parsed, string source, string? id, PostedWebhook posted, Count count)
    {
        string outcome = !posted.IsTaken ? "refused" : posted.Problem is null ? "delivered" : "failed";
        count.Add(outcome == "delivered");
        if (parsed.GetValue(_json))
        {
            console.ShowJson(
                new(source, id, outcome, posted.StatusCode, posted.Milliseconds, posted.Problem), WebhooksJson.Default.ReplayLine);
        }
        else
        {
            string verdict = console.Paint(outcome.PadRight(9), outcome == "delivered" ? Shade.Green : Shade.Red);
            string words = outcome == "failed" ? $"{posted.StatusCode}: {posted.Problem}" : posted.Words;
            console.Show($"{verdict}  {id ?? source}  {ToolConsole.Plain(words)}");
        }
    }

    private int End(Count count)
    {
        console.Say(FormattableString.Invariant($"{count.Taken} delivered, {count.All - count.Taken} not."));
        return count.Taken == count.All ? ToolExitCode.Ok : ToolExitCode.Findings;
    }

    private sealed class Count
    {
        public int All { get; private set; }
        public int Taken { get; private set; }

        public void Add(bool isTaken)
        {
            All++;
            Taken += isTaken ? 1 : 0;
        }
    }
}
