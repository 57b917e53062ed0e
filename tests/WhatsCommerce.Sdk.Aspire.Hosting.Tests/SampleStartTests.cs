using System.ComponentModel;
using System.Diagnostics;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Aspire.Hosting.Tests;

/// <summary>The sample as a person starts it. Needs containers, and says so where there are none.</summary>
public class SampleStartTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_WithContainers_ServesThePhone()
    {
        Assert.SkipUnless(
            await RunsAsync("docker", "info") || await RunsAsync("podman", "info"),
            "Skipped: there are no containers here. With Docker or Podman running, samples/AspireHost is started by this test.");
        using HttpClient http = new(new SocketsHttpHandler());
        using Process host = Process.Start(new ProcessStartInfo("dotnet", ["run", "--project", AppHostModel.Folder])
        {
            Environment = { ["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true", ["ASPNETCORE_URLS"] = "http://localhost:15180" },
        })!;
        try
        {
            await Patiently.Until(async () =>
            {
                Assert.False(host.HasExited, "The app host has ended.");
                try
                {
                    return (await http.GetAsync(new Uri("http://localhost:5180/"), Cancel)).IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            });
        }
        finally
        {
            host.Kill(entireProcessTree: true);
            await host.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<bool> RunsAsync(string command, string argument)
    {
        try
        {
            using Process process = Process.Start(
                new ProcessStartInfo(command, [argument])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                })!;
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
            await process.WaitForExitAsync(Cancel);
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
