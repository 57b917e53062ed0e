using System.Diagnostics;
using System.Globalization;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.PostgreSql.Tests.Crashes;

/// <summary>
/// Two instances of an app share the database. Each is killed as by SIGKILL at moments that a seed chooses, and started again, while a
/// sender delivers 10,000 events and repeats what did not get 200. One sequence orders what happened; <c>CrashTest</c> holds the processes.
/// </summary>
/// <remarks>The seed is random and printed; <c>WHATSCOMMERCE_TEST_SEED</c> sets it. It repeats the plan, not the interleaving.</remarks>
[CollectionDefinition(nameof(CrashTests), DisableParallelization = true)]
[Collection(nameof(CrashTests))]
public sealed class CrashTests(ITestOutputHelper output) : IDisposable
{
    private const int Events = 10_000;
    private const int Instances = 2;

    // Ends what hangs; some twenty times what it takes.
    private const int Deadline = 15 * 60 * 1000;

    private readonly AppProcesses _processes = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = Deadline)]
    public async Task Kill_AtAnyMoment_LosesNothingAndRunsNothingThatWasCompleted()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        string schema = database.Options.Schema;
        await CrashLedger.CreateAsync(database);
        int seed = int.TryParse(Environment.GetEnvironmentVariable("WHATSCOMMERCE_TEST_SEED"), CultureInfo.InvariantCulture, out int given)
            ? given
            : Random.Shared.Next();
        output.WriteLine($"Seed: {seed}");
        long begun = TimeProvider.System.GetTimestamp();

        // Theirs from the first life to the last: whoever else got a port between two lives would get the deliveries.
        using ReservedPort one = new();
        using ReservedPort other = new();
        int[] ports = [one.Number, other.Number];
        one.LetListen();
        other.LetListen();
        Process sender = _processes.Start(
            [
                "send", schema, $"{Events}", $"{(Instances * Kill.Each) + 1}", $"{seed}",
                .. ports.Select(port => $"http://127.0.0.1:{port}/webhooks/whatsapp")]);
        Kill[][] kills = await Task.WhenAll(ports.Select((port, i) => KillAgainAndAgainAsync(port, schema, sender, new Random(seed + i))));
        Process[] last = await Task.WhenAll(ports.Select(port => StartAppAsync(port, schema, new Kill("never", 0))));
        sender.StandardInput.Close();
        string report = await sender.StandardOutput.ReadToEndAsync(Cancel);
        await sender.WaitForExitAsync(Cancel);
        foreach (Process app in last)
        {
            await AppProcesses.KillAsync(app);
        }

        string story = $"""
            {report.Trim()}
            Killed: {string.Join(", ", kills.SelectMany(all => all).CountBy(kill => kill.Point)
                .Select(point => $"{point.Value} x {point.Key}"))}
            Runs: {await CountAsync(database, "from ledger where what = 'begin'")}, effects: {
                await CountAsync(database, "from ledger where what = 'effect'")}
            {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s
            """;
        output.WriteLine(story);

        Assert.Equal(0, sender.ExitCode);
        Assert.Equal(Instances * Kill.Each, kills.Sum(all => all.Length));
        Assert.True(kills.SelectMany(all => all).Count(kill => kill.Point is "effect" or "joined") >= 4, story);

        // What must hold.
        await AssertNoneAsync(
            database,
            "ids without an effect",
            $"from generate_series(0, {Events - 1}) as n where not exists (select from ledger where id = 'wamid.' || n and "
                + "what = 'effect')");
        await AssertNoneAsync(
            database,
            "ids that are not completed",
            $"from generate_series(0, {Events - 1}) as n where not exists (select from ledger where id = 'wamid.' || n and what = "
                + "'completion')");
        await AssertNoneAsync(
            database,
            "ids that were completed more than once",
            "from (select from ledger where what = 'completion' group by id having count(*) > 1) as twice");
        await AssertNoneAsync(
            database,
            "runs or effects after the completion",
            "from ledger as e join ledger as c on c.id = e.id and c.what = 'completion' where e.what in ('begin', 'effect') and "
                + "e.number > c.number");
        await AssertNoneAsync(database, "ids that got 200 before they were completed", "from acknowledged where not is_completed");
        await AssertNoneAsync(
            database,
            "ids that never got 200",
            $"from generate_series(0, {Events - 1}) as n where not exists (select from acknowledged where id = 'wamid.' || n)");
        await AssertNoneAsync(
            database,
            "second effects of a handler that completes in its transaction",
            "from (select from ledger where what = 'effect' and handler = 'joined' group by id having count(*) > 1) as twice");

        // What must have happened, or the test would show nothing: handlers that had their effect and were killed before its completion.
        Assert.True(await CountAsync(
            database,
            "from (select from ledger where what = 'effect' and handler = 'plain' group by id having count(*) > 1) as twice") > 0, story);
    }

    public void Dispose() => _processes.Dispose();

    private async Task<Kill[]> KillAgainAndAgainAsync(int port, string schema, Process sender, Random random)
    {
        List<Kill> kills = [];
        foreach (Kill planned in Kill.Plan(random))
        {
            Kill kill = planned;
            Process app = await StartAppAsync(port, schema, kill);
            lock (sender)
            {
                sender.StandardInput.WriteLine();
                sender.StandardInput.Flush();
            }

            // At any moment means from without; an app that does not come to its point for lack of events ends the same way, late enough
            // for a busy machine.
            TimeSpan patience = kill.Point == "anywhere" ? TimeSpan.FromMilliseconds(random.Next(50, 900)) : TimeSpan.FromMinutes(1);
            await Task.WhenAny(app.WaitForExitAsync(Cancel), Task.Delay(patience, TimeProvider.System, Cancel));
            kill = app.HasExited ? kill : kill with { Point = "anywhere" };
            await AppProcesses.KillAsync(app);
            kills.Add(kill);
        }

        return [.. kills];
    }

    private Task<Process> StartAppAsync(int port, string schema, Kill kill) =>
        _processes.StartAppAsync("receive", $"{port}", schema, kill.Point, $"{kill.Passes}");

    private static async Task AssertNoneAsync(TestDatabase database, string what, string from)
    {
        long count = await CountAsync(database, from);
        Assert.True(count == 0, $"{count} {what}");
    }

    private static Task<long> CountAsync(TestDatabase database, string from) =>
        database.ReadAsync<long>($"set search_path to \"{database.Options.Schema}\"; select count(*) {from}");

    /// <summary>When an app is to be killed.</summary>
    /// <param name="Point">Where: a point that the app passes and kills itself at, or anywhere.</param>
    /// <param name="Passes">At which time.</param>
    private sealed record Kill(string Point, int Passes)
    {
        // Most between effect and completion, where it matters most.
        private static readonly string[] Points =
            ["begin", "begin", "effect", "effect", "effect", "effect", "joined", "joined", "committed", "anywhere", "anywhere", "anywhere"];

        public static int Each => Points.Length;

        public static Kill[] Plan(Random random)
        {
            Kill[] plan = [.. Points.Select(point => new Kill(point, random.Next(1, 40)))];
            random.Shuffle(plan);
            return plan;
        }
    }
}
