using System.Collections.Concurrent;
using System.Diagnostics;

namespace WhatsCommerce.Sdk.PostgreSql.Tests.Crashes;

/// <summary>The processes of <c>CrashTest</c>: started from the folder of the tests, ended with the test at the latest.</summary>
internal sealed class AppProcesses : IDisposable
{
    private const int KilledBySignal = 128 + 9;

    private readonly ConcurrentBag<Process> _started = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts a process.</summary>
    public Process Start(params IEnumerable<string> arguments)
    {
        Process process = CrashProcess.Start([.. arguments]);
        _started.Add(process);
        return process;
    }

    /// <summary>Starts an app, and waits until it listens.</summary>
    public async Task<Process> StartAppAsync(params IEnumerable<string> arguments)
    {
        Process app = Start(arguments);
        if (await app.StandardOutput.ReadLineAsync(Cancel) != "ready")
        {
            Assert.Fail($"The app did not start: {await app.StandardError.ReadToEndAsync(Cancel)}");
        }

        return app;
    }

    /// <summary>Ends an app as SIGKILL does, unless it has done so itself.</summary>
    public static async Task KillAsync(Process app)
    {
        app.Kill();
        await app.WaitForExitAsync(Cancel);
        Assert.Equal(KilledBySignal, app.ExitCode);
    }

    public void Dispose()
    {
        foreach (Process process in _started)
        {
            process.Kill();
            process.Dispose();
        }
    }
}
