using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Emulator.Browser.Tests;

/// <summary>
/// The accessibility checker axe-core, installed by npm below <c>artifacts/</c> when it is not there yet. Where there is no node with npm,
/// or its registry does not answer, tests that need it say that they were skipped.
/// </summary>
internal static class AxeCore
{
    private const string Version = "4.14.1";
    private static readonly string Tools = Path.Combine(SharedMaterial.Repository, "artifacts/page-tools/axe");
    private static readonly string Script = Path.Combine(Tools, "node_modules/axe-core/axe.min.js");
    private static string? _problem;

    /// <summary>Puts the checker into every page of a window; a page takes no script from elsewhere later on.</summary>
    public static async Task AddToAsync(IBrowserContext window)
    {
        if (!File.Exists(Script))
        {
            _problem ??= await InstallAsync();
        }

        Assert.SkipUnless(File.Exists(Script), $"Skipped: axe-core cannot be installed here, so accessibility was not checked. {_problem}");
        await window.AddInitScriptAsync(scriptPath: Script);
    }

    /// <summary>Fails when a page has a serious or critical violation.</summary>
    public static async Task AssertNothingSeriousAsync(IPage page, string where)
    {
        string found = await page.EvaluateAsync<string>("""
            async () => {
                const { violations } = await axe.run(document, { resultTypes: ['violations'] });
                const where = ({ target, failureSummary }) => `${target.join(' ')} (${failureSummary})`;
                return JSON.stringify(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
                    .map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.slice(0, 5).map(where).join('; ')}`));
            }
            """);
        using JsonDocument violations = JsonDocument.Parse(found);
        Assert.True(
            violations.RootElement.GetArrayLength() == 0, $"{where}:\n{string.Join('\n', violations.RootElement.EnumerateArray())}");
    }

    private static async Task<string> InstallAsync()
    {
        Directory.CreateDirectory(Tools);
        ProcessStartInfo start = new("npm")
        {
            WorkingDirectory = Tools,
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        string[] arguments =
        [
            "install", "--prefix", Tools, "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts",
            "--loglevel=error",
            $"axe-core@{Version}",
        ];
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        try
        {
            using Process npm = Process.Start(start)!;
            try
            {
                Task<string> said = npm.StandardError.ReadToEndAsync(limit.Token);
                await npm.StandardOutput.ReadToEndAsync(limit.Token);
                await npm.WaitForExitAsync(limit.Token);
                return await said;
            }
            catch (OperationCanceledException)
            {
                npm.Kill(entireProcessTree: true);
                return "npm did not end within three minutes.";
            }
        }
        catch (Win32Exception)
        {
            return "There is no npm.";
        }
    }
}
