using System.Diagnostics;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Benchmarks;

/// <summary>The local Cloud API in a process of its own: its catalogs and its garbage are not ours.</summary>
internal sealed class CloudServer : IAsyncDisposable
{
    public const string Command = "serve-cloud";

    private readonly Process _process;

    private CloudServer(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<CloudServer> StartAsync()
    {
        Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, Command)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        string address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        return new(process, new Uri(address));
    }

    /// <summary>What the process does: serves until its standard input is closed, which the end of the parent does too.</summary>
    public static async Task ServeAsync()
    {
        // Batches are done by the time anybody asks: what is measured is the upload, not a wait that somebody has set.
        await using CloudApiEmulator cloud = await CloudApiEmulator.StartAsync(new CloudApiEmulatorOptions { ProcessingTime = TimeSpan.Zero });
        Console.WriteLine(cloud.BaseAddress);
        await Console.In.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
