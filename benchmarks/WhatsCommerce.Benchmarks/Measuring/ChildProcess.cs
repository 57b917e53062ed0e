using System.Diagnostics;

namespace WhatsCommerce.Benchmarks.Measuring;

/// <summary>
/// A child process that runs this program with another command. It answers line by line, and ends when its standard input is closed.
/// </summary>
internal abstract class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;

    protected ChildProcess(string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    /// <summary>Gets the path of the running program, however it was started.</summary>
    public static string ThisProgram { get; } =
        Path.Combine(AppContext.BaseDirectory, "WhatsCommerce.Benchmarks" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    protected Process Process => _process;

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    protected async Task<string> AskAsync(string question)
    {
        await _process.StandardInput.WriteLineAsync(question);
        await _process.StandardInput.FlushAsync();
        return await ReadAsync();
    }

    protected async Task<string> ReadAsync()
    {
        if (await _process.StandardOutput.ReadLineAsync() is string line)
        {
            return line;
        }

        await _process.WaitForExitAsync();
        string command = string.Join(' ', [_process.StartInfo.FileName, .. _process.StartInfo.ArgumentList]);
        throw new InvalidOperationException($"{command} ended early, with exit code {_process.ExitCode}.");
    }
}
