using System.Text;
using System.Text.Json;
using WhatsCommerce.Tests;
using WhatsCommerce.Tool.Terminal;

namespace WhatsCommerce.Tool.Tests;

/// <summary>A command that runs in this process, with what it writes.</summary>
internal sealed class CommandRun : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly CancellationTokenSource _end =
        CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private readonly TextWriter _safeOutput;
    private readonly TextWriter _safeError;
    private readonly Task<int> _run;
    private int? _exitCode;

    private CommandRun(string[] args, string input, bool isTerminal, params IEnumerable<(string Name, string Value)> variables)
    {
        _safeOutput = TextWriter.Synchronized(_output);
        _safeError = TextWriter.Synchronized(_error);
        Dictionary<string, string> environment = variables.ToDictionary(variable => variable.Name, variable => variable.Value);
        ToolConsole console = new()
        {
            Output = _safeOutput,
            Error = _safeError,
            Input = new MemoryStream(Encoding.UTF8.GetBytes(input)),
            IsTerminal = isTerminal,
            Variable = name => environment.GetValueOrDefault(name),
        };
        _run = Task.Run(
            async () =>
            {
                int exitCode = await ToolCommands.RunAsync(args, console, _end.Token);
                _exitCode = exitCode;
                return exitCode;
            },
            CancellationToken.None);
    }

    public string Output => TextOf(_output, _safeOutput);

    public string Error => TextOf(_error, _safeError);

    /// <summary>The whole lines of the output, each a JSON object.</summary>
    public IReadOnlyList<JsonElement> Json =>
        [.. Output.Split('\n')[..^1].Select(line => JsonElement.Parse(line))];

    /// <summary>Starts a command that goes on.</summary>
    public static CommandRun Start(params string[] args) => new(args, "", isTerminal: false);

    /// <summary>Runs a command to its end.</summary>
    public static Task<CommandRun> RunAsync(params string[] args) => EndedAsync(new(args, "", isTerminal: false));

    /// <summary>Runs a command with something in the standard input.</summary>
    public static Task<CommandRun> WithInputAsync(string input, params string[] args) => EndedAsync(new(args, input, isTerminal: false));

    /// <summary>Runs a command with environment variables.</summary>
    public static Task<CommandRun> WithAsync((string Name, string Value)[] variables, params string[] args) =>
        EndedAsync(new(args, "", isTerminal: false, variables));

    /// <summary>Runs a command at a terminal.</summary>
    public static Task<CommandRun> AtTerminalAsync((string Name, string Value)[] variables, params string[] args) =>
        EndedAsync(new(args, "", isTerminal: true, variables));

    public int ExitCode => _exitCode ?? throw new InvalidOperationException("It still runs.");

    /// <summary>Ends it as Ctrl+C does.</summary>
    public async Task<int> EndAsync()
    {
        await _end.CancelAsync();
        return await Patiently.Wait(_run);
    }

    public Task<int> ExitCodeAsync() => Patiently.Wait(_run);

    /// <summary>Fails unless it ended with an exit code.</summary>
    public CommandRun Ended(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"It ended with {ExitCode}, not {exitCode}:\n{Output}\n{Error}");
        return this;
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        _end.Dispose();
    }

    // What a synchronized writer locks while it writes is itself.
    private static string TextOf(StringWriter writer, TextWriter synchronized)
    {
        lock (synchronized)
        {
            return writer.ToString();
        }
    }

    private static async Task<CommandRun> EndedAsync(CommandRun run)
    {
        await Patiently.Wait(run._run);
        return run;
    }
}
