using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Emulator.Tests;

/// <summary>The command as a process of its own, with what it prints.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly SemaphoreSlim _arrived = new(0);

    private EmulatorProcess(Process process) => _process = process;

    public string Output => string.Join('\n', _lines);

    public static EmulatorProcess Start(params IEnumerable<string> args) =>
        StartOther(Path.Combine(AppContext.BaseDirectory, "WhatsCommerce.Emulator.dll"), args);

    public static EmulatorProcess StartOther(string program, params IEnumerable<string> args)
    {
        string dotnet = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";
        string[] command = IgnoresInterrupts() ? ["env", "--default-signal=INT", dotnet, program] : [dotnet, program];
        ProcessStartInfo start = new(command[0], [.. command[1..], .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        EmulatorProcess started = new(new Process { StartInfo = start });
        started._process.OutputDataReceived += (_, line) => started.Take(line.Data);
        started._process.ErrorDataReceived += (_, line) => started.Take(line.Data);
        started._process.Start();
        started._process.BeginOutputReadLine();
        started._process.BeginErrorReadLine();
        return started;
    }

    // A shell starts what runs in its background with Ctrl+C ignored; tests and their processes inherit that.
    private static bool IgnoresInterrupts()
    {
        const int Interrupt = 1 << 1;
        return OperatingSystem.IsLinux()
            && File.ReadLines("/proc/self/status")
                .FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } ignored
            && (ulong.Parse(ignored.AsSpan("SigIgn:".Length)
                .Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
    }

    /// <summary>Waits for a line that holds a text.</summary>
    public async Task<string> LineAsync(string text)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patiently.Patience);
        while (true)
        {
            if (_lines.FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is { } found)
            {
                return found;
            }

            try
            {
                await _arrived.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"'{text}' was not printed, but:\n{Output}");
            }
        }
    }

    /// <summary>Where it answers.</summary>
    public async Task<Uri> BaseAddressAsync() => new((await LineAsync("The page with the phone")).Split(' ')[^1]);

    /// <summary>Ends it as a service manager does.</summary>
    public async Task<int> EndAsync(string signal = "TERM")
    {
        using Process kill = Process.Start("kill", ["-s", signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await ExitCodeAsync();
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public async Task<int> ExitCodeAsync()
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patiently.Patience);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
        _arrived.Dispose();
    }

    private void Take(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
            _arrived.Release();
        }
    }
}
