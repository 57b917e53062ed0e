using WhatsCommerce.Tests;

namespace WhatsCommerce.Tool.Tests;

/// <summary>The live log.</summary>
public sealed class ListenTests : ToolTest
{
    [Fact]
    public async Task Listen_History_ShowsWhatHasHappened()
    {
        await StartAppAsync(isConnected: true);
        await Cloud.Customer("+16505551234").SendTextAsync("Hi", Token);

        using CommandRun run = await CommandRun.RunAsync("listen", "--history", "--count", "1", "--emulator", Emulator);

        Assert.Matches(@"^\d\d:\d\d:\d\d  webhook  200  delivered  +\d+ ms  message text\n$", run.Ended(0).Output);
    }

    [Fact]
    public async Task Listen_UntilItIsEnded_ShowsEachThingOnceAsItHappens()
    {
        await StartAppAsync(isConnected: true);
        await Cloud.Customer("+16505551234").SendTextAsync("before", Token);
        using CommandRun run = CommandRun.Start("listen", "--json", "--emulator", Emulator);
        await Patiently.Until(() => run.Error.Contains("Listening", StringComparison.Ordinal));

        await Cloud.Customer("+16505551234").SendTextAsync("Hi", Token);
        using HttpClient http = new(new SocketsHttpHandler());
        using HttpResponseMessage refused = await http.GetAsync(new Uri(Cloud.BaseAddress, "v25.0/1"), Token);
        await Patiently.Until(() => run.Json.Count >= 2);

        Assert.Equal(0, await run.EndAsync());
        Assert.Equal(
            [("webhook", "delivered"), ("request", "refused")],
            run.Json.Select(line => (line.GetProperty("kind").GetString()!, line.GetProperty("verdict").GetString()!)));
        Assert.Equal(401, run.Json[1].GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Listen_ForwardTo_ConnectsTheApp()
    {
        string app = await StartAppAsync();
        using CommandRun run = CommandRun.Start("listen", "--forward-to", app, "--count", "1", "--emulator", Emulator);
        await Patiently.Until(() => run.Error.Contains("Listening", StringComparison.Ordinal));

        await Cloud.Customer("+16505551234").SendTextAsync("Hi", Token);

        Assert.Equal(0, await run.ExitCodeAsync());
        Assert.Equal(app, Cloud.Callback?.ToString());
    }

    [Fact]
    public async Task Listen_Problems_ShowsThemAloneWithTheirRule()
    {
        await StartAppAsync(isConnected: true);
        await Cloud.Customer("+16505551234").SendTextAsync("Hi", Token);
        using HttpClient http = new(new SocketsHttpHandler());
        using HttpResponseMessage refused = await http.GetAsync(new Uri(Cloud.BaseAddress, "v25.0/1"), Token);

        using CommandRun run = await CommandRun.RunAsync(
            "listen", "--history", "--problems", "--count", "1", "--emulator", Emulator);

        Assert.Contains("request  401  refused", run.Ended(0).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("message text", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("1", false)]
    public async Task Listen_AtATerminal_IsColoredUnlessNobodyWantsIt(string? noColor, bool isColored)
    {
        await StartAppAsync(isConnected: true);
        await Cloud.Customer("+16505551234").SendTextAsync("Hi", Token);
        (string, string)[] variables = noColor is null ? [] : [("NO_COLOR", noColor)];

        using CommandRun run = await CommandRun.AtTerminalAsync(
            variables, "listen", "--history", "--count", "1", "--emulator", Emulator);

        Assert.Equal(isColored, run.Ended(0).Output.Contains("\e[32m", StringComparison.Ordinal));
    }
}
