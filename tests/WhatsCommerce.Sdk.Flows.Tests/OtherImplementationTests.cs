using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using WhatsCommerce.Flows;

namespace WhatsCommerce.Tests;

/// <summary>The encryption against node's crypto, in both directions.</summary>
public class OtherImplementationTests
{
    [Fact]
    public async Task Post_EncryptedByNode_IsAnsweredSoThatNodeDecryptsIt()
    {
        await using FlowSite site = await FlowSite.StartAsync(request =>
            FlowResponse.Show("ECHO", JsonElement.Parse($$"""{"token":"{{request.Token}}","name":"Zoë 🥭"}""")));

        JsonElement result = await RunAsync(
            site.Address.ToString(), FlowSite.Secret, FlowSite.Key.Public, """{"version":"3.0","action":"INIT","flow_token":"token-1"}""");

        Assert.Equal(200, result.GetProperty("status").GetInt32());
        Assert.Equal("token-1", result.GetProperty("answer").GetProperty("data").GetProperty("token").GetString());
        Assert.Equal("Zoë 🥭", result.GetProperty("answer").GetProperty("data").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Post_EncryptedByNodeForAnotherKey_Is421()
    {
        await using FlowSite site = await FlowSite.StartAsync();

        JsonElement result = await RunAsync(
            site.Address.ToString(), FlowSite.Secret, FlowSite.OtherKey.Public, """{"version":"3.0","action":"ping"}""");

        Assert.Equal(421, result.GetProperty("status").GetInt32());
    }

    private static async Task<JsonElement> RunAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("node", [Path.Combine(AppContext.BaseDirectory, "phone.mjs"), .. arguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        Process? started = null;
        try
        {
            started = Process.Start(start);
        }
        catch (Win32Exception)
        {
            // Told below.
        }

        Assert.SkipWhen(started is null, "Skipped: there is no node here.");
        using Process process = started;
        string output = await Patiently.Wait(process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await Patiently.Wait(process.WaitForExitAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, process.ExitCode);
        return JsonElement.Parse(output);
    }
}
