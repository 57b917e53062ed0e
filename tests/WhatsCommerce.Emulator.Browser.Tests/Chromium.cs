using Microsoft.Playwright;
using WhatsCommerce.Emulator.Browser.Tests;

// One browser at a time is enough for a small machine.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly, DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(Chromium))]

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>
/// The machine's own chromium, started once for all tests. None is ever downloaded: where there is none, tests say that they were skipped.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    // Only what never comes ends there: a busy machine takes its time for a click.
    private const int Patience = 3 * 60 * 1000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where it is: the environment variable <c>CHROMIUM</c>, or Debian's place.</summary>
    public static string ExecutablePath =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium";

    private static string Missing =>
        $"Skipped: there is no chromium at {ExecutablePath}; install Debian's package or set CHROMIUM to where it is.";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(ExecutablePath))
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await LaunchOwnAsync();
    }

    /// <summary>Starts another browser, for a test that needs arguments of its own; skips the test where there is no chromium.</summary>
    public async Task<IBrowser> LaunchOwnAsync(params IReadOnlyList<string> args)
    {
        Assert.SkipUnless(_playwright is not null, Missing);
        return await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ExecutablePath,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", .. args,
            ],
            Timeout = Patience,
        });
    }

    /// <summary>A window of its own, without the memory of any other; skips the running test where there is no chromium.</summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options)
    {
        Assert.SkipUnless(_browser is not null, Missing);
        IBrowserContext context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);

        // What a page says for some seconds stays: a test on a busy machine may come later to read it, or to click on it.
        await context.AddInitScriptAsync(
            "const set = window.setTimeout; window.setTimeout = (act, wait, ...more) => set(act, wait >= 1500 && wait <= 10000 ? wait * "
                + "100 : wait, ...more);");
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
