using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using WhatsCommerce.Testing;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Emulator.Tests.Clients;

/// <summary>
/// A script beside this file on its way through one of its tasks, with a client that others wrote. It tells what it sees in lines of JSON.
/// </summary>
internal sealed class NodeScript : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly ConcurrentQueue<string> _errors = new();

    private NodeScript(Process process) => _process = process;

    /// <summary>Starts a task of a script; it knows of the local Cloud API what an app knows of Meta's, and its address.</summary>
    public static async Task<NodeScript> StartAsync(
        string script, string task, CloudApiEmulator cloud, params IEnumerable<(string Name, string Value)> settings)
    {
        // A script that comes by standard input finds its packages from the folder that it runs in, wherever it lies itself.
        ProcessStartInfo start = new("node", ["--input-type=module", "-"])
        {
            WorkingDirectory = await NodePackages.RequireAsync(),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        WhatsCommerceOptions options = cloud.Options;
        foreach ((string name, string? value) in settings.Select(setting => (setting.Name, (string?)setting.Value)).Concat(
        [
            ("TASK", task),
            ("BASE_ADDRESS", cloud.BaseAddress.ToString()),
            ("ACCESS_TOKEN", options.AccessToken),
            ("APP_SECRET", options.AppSecret),
            ("VERIFY_TOKEN", cloud.VerifyToken),
            ("PHONE_NUMBER_ID", options.PhoneNumberId),
            ("BUSINESS_ACCOUNT_ID", options.BusinessAccountId),
            ("CATALOG_ID", options.CatalogId),
        ]))
        {
            start.Environment[name] = value;
        }

        NodeScript started = new(new Process { StartInfo = start });
        ChannelWriter<string> lines = started._lines.Writer;
        started._process.OutputDataReceived += (_, line) => _ = line.Data is null ? lines.TryComplete() : lines.TryWrite(line.Data);
        started._process.ErrorDataReceived += (_, line) => started._errors.Enqueue(line.Data ?? "");
        started._process.Start();
        started._process.BeginOutputReadLine();
        started._process.BeginErrorReadLine();
        string text =
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Clients", script), TestContext.Current.CancellationToken);
        await started._process.StandardInput.WriteAsync(text.AsMemory(), TestContext.Current.CancellationToken);
        started._process.StandardInput.Close();
        return started;
    }

    /// <summary>Runs a task that ends by itself.</summary>
    /// <returns>What it told.</returns>
    public static async Task<JsonElement> RunAsync(
        string script, string task, CloudApiEmulator cloud, params IEnumerable<(string Name, string Value)> settings)
    {
        await using NodeScript running = await StartAsync(script, task, cloud, settings);
        return await running.NextAsync();
    }

    /// <summary>The next line that it writes.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patiently.Patience);
        try
        {
            return JsonElement.Parse(await _lines.Reader.ReadAsync(limit.Token));
        }
        catch (ChannelClosedException)
        {
            await _process.WaitForExitAsync(limit.Token);
            Assert.Fail(
                string.Create(CultureInfo.InvariantCulture, $"The script ended with {_process.ExitCode}:\n{string.Join('\n', _errors)}"));
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            Assert.Fail($"The script said nothing for {Patiently.Patience}:\n{string.Join('\n', _errors)}");
        }

        throw new UnreachableException();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }
}
