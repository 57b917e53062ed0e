using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.Race.Tests;

/// <summary>The shop, as a process that can be killed.</summary>
internal sealed class ShopProcess : IDisposable
{
    private const string Listening = "listening ";
    private const string Done = "done ";

    private readonly Process _process;
    private readonly Task _reading;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _errors = new();

    private ShopProcess(Process process, ConcurrentQueue<string> done)
    {
        _process = process;
        _reading = Task.WhenAll(ReadAsync(done), ReadErrorsAsync());
    }

    /// <summary>Starts it, and waits until it listens.</summary>
    /// <param name="arguments">Provider, database, connection, and how far the clock is ahead.</param>
    /// <param name="environment">The keys of the provider.</param>
    /// <param name="done">Gets a line for each event that a handler has completed.</param>
    public static async Task<(ShopProcess Process, Uri Address)> StartAsync(
        IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string?>> environment, ConcurrentQueue<string> done)
    {
        ProcessStartInfo start = new(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "RaceShop.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        ShopProcess shop = new(Process.Start(start)!, done);
        return (shop, await Patiently.Wait(shop._address.Task));
    }

    /// <summary>Ends it as by SIGKILL. What it has said until then counts.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await Patiently.Wait(_process.WaitForExitAsync(TestContext.Current.CancellationToken));
        await Patiently.Wait(_reading);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task ReadAsync(ConcurrentQueue<string> done)
    {
        while (await _process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                _address.TrySetResult(new Uri(line[Listening.Length..]));
            }
            else if (line.StartsWith(Done, StringComparison.Ordinal))
            {
                done.Enqueue(line[Done.Length..]);
            }
        }

        _address.TrySetException(new InvalidOperationException(
            string.Create(CultureInfo.InvariantCulture, $"The shop ended before it listened: {string.Join('\n', _errors)}")));
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (_errors.Count < 100)
            {
                _errors.Enqueue(line);
            }
        }
    }
}
