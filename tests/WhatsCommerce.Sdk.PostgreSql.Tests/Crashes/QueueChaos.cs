using System.Diagnostics;
using System.Globalization;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.PostgreSql.Tests.Crashes;

/// <summary>
/// Three instances of an app with a delivery queue, which are killed as by SIGKILL at moments that a seed chooses while others join, and a
/// server that is killed and restarted, while a sender delivers for 500 customers of 20 numbers and repeats what did not get 200.
/// </summary>
/// <remarks>
/// No event is sent before the former one of its customer got 200: so their numbers are the order in which they arrived. The seed is random
/// and printed; <c>WHATSCOMMERCE_TEST_SEED</c> repeats a plan, not the interleaving. <c>eng/chaos.sh</c> makes it longer.
/// </remarks>
internal sealed class QueueChaos(TestDatabase database, ITestOutputHelper output) : IDisposable
{
    public const int Customers = 500;

    /// <summary>Ends what hangs.</summary>
    public const int Deadline = 60 * 60 * 1000;

    private const int Instances = 3;

    private static readonly string[] Points = ["begin", "effect", "effect", "joined", "committed", "anywhere", "anywhere"];

    private readonly AppProcesses _processes = new();

    /// <summary>The arguments of an app: its port, and where it kills itself.</summary>
    public required Func<int, string, int, string[]> App { get; init; }

    /// <summary>The server that is killed; <see langword="null"/> when it is not the test's own.</summary>
    public TestServer? Server { get; init; }

    /// <summary>What else is done to the instances now and then.</summary>
    public Func<Task> Disturb { get; init; } = () => Task.CompletedTask;

    /// <summary>Tells what waits in the queue; nothing: an empty text.</summary>
    public required Func<Task<string>> WhatWaits { get; init; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Kills and restarts until all is delivered and handled, and looks what came of it.</summary>
    public async Task RunAsync()
    {
        int deliveries = Setting("WHATSCOMMERCE_CHAOS_DELIVERIES", 5_000);
        int kills = Setting("WHATSCOMMERCE_CHAOS_KILLS", 8);
        int restarts = Setting("WHATSCOMMERCE_CHAOS_RESTARTS", 2);
        int seed = Setting("WHATSCOMMERCE_TEST_SEED", Random.Shared.Next());
        output.WriteLine($"Seed: {seed}");
        if (Server is null)
        {
            output.WriteLine("The server is not killed, since it was not started for this.");
        }

        long begun = TimeProvider.System.GetTimestamp();
        ReservedPort[] ports = [.. Enumerable.Range(0, Instances).Select(_ => new ReservedPort())];
        foreach (ReservedPort port in ports)
        {
            port.LetListen();
        }

        Process sender = _processes.Start(
            [
                "send-in-order",
                database.Options.Schema,
                $"{deliveries}",
                $"{kills + 1}",
                $"{seed}",
                .. ports.Select(port => $"http://127.0.0.1:{port.Number}/webhooks/whatsapp"),
            ]);
        int[] killed = await KillAgainAndAgainAsync([.. ports.Select(port => port.Number)], sender, kills, restarts, new Random(seed));
        sender.StandardInput.Close();
        string report = await sender.StandardOutput.ReadToEndAsync(Cancel);
        await sender.WaitForExitAsync(Cancel);
        Assert.True(sender.ExitCode == 0, $"{report}{await sender.StandardError.ReadToEndAsync(Cancel)}");

        // One event, then two, then one, ...
        int events = deliveries + (deliveries / 2);
        await HandleAllAsync(events);
        string waiting = "";
        try
        {
            await Patiently.Until(async () => (waiting = await WhatWaits()).Length == 0);
        }
        finally
        {
            output.WriteLine($"Waiting at last: {waiting}.");
        }

        output.WriteLine($"""
            {report.Trim()}
            Killed: {string.Join(", ", killed.Select((count, i) => $"{count} x instance {i}"))}; the server {
                (Server is null ? 0 : restarts)} x
            Runs: {await CountAsync("from ledger where what = 'begin'")}, effects: {await CountAsync("from ledger where what = 'effect'")}
            {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s
            """);
        await AssertAllHoldsAsync(events);
        foreach (ReservedPort port in ports)
        {
            port.Dispose();
        }
    }

    public async Task AssertNoneAsync(string what, string from)
    {
        long count = await CountAsync(from);
        Assert.True(count == 0, $"{count} {what}");
    }

    public void Dispose() => _processes.Dispose();

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int given) ? given : otherwise;

    private async Task<int[]> KillAgainAndAgainAsync(int[] ports, Process sender, int kills, int restarts, Random random)
    {
        int[] killed = new int[ports.Length];
        Task<Process>[] apps = [.. ports.Select(port => StartAppAsync(port, random))];
        for (int i = 0; i < kills; i++)
        {
            await Task.WhenAll(apps);
            sender.StandardInput.WriteLine();
            sender.StandardInput.Flush();
            int victim = random.Next(ports.Length);
            Process app = await apps[victim];

            // From within, where the plan says so and the app comes to that point, and else from without.
            await Task.WhenAny(
                app.WaitForExitAsync(Cancel), Task.Delay(TimeSpan.FromMilliseconds(random.Next(200, 1_500)), TimeProvider.System, Cancel));
            await AppProcesses.KillAsync(app);
            killed[victim]++;
            if (i % 2 == 1)
            {
                await Disturb();
            }

            // Spread over all kills. Instances that live meanwhile must come back by themselves.
            if ((i + 1) * restarts / kills > i * restarts / kills && Server is not null)
            {
                await Server.RestartAsync();
            }

            apps[victim] = StartAppAsync(ports[victim], random);
        }

        // Those that would still kill themselves are replaced by some that do not.
        for (int i = 0; i < apps.Length; i++)
        {
            await AppProcesses.KillAsync(await apps[i]);
            await _processes.StartAppAsync(App(ports[i], "never", 0));
        }

        return killed;
    }

    private Task<Process> StartAppAsync(int port, Random random) =>
        _processes.StartAppAsync(App(port, Points[random.Next(Points.Length)], random.Next(1, 60)));

    /// <summary>Waits as long as anything goes on.</summary>
    private async Task HandleAllAsync(int events)
    {
        for (long handled = 0; handled < events;)
        {
            long before = handled;
            await Patiently.Until(async () =>
                (handled = await CountAsync("from (select distinct id from ledger where what = 'completion') as c")) > before);
        }
    }

    private async Task AssertAllHoldsAsync(int events)
    {
        string all = $"from generate_series(0, {events - 1}) as n where not exists (select from";
        await AssertNoneAsync("ids that never got 200", $"{all} acknowledged where id = 'wamid.' || n)");
        await AssertNoneAsync("ids without an effect", $"{all} ledger where id = 'wamid.' || n and what = 'effect')");
        await AssertNoneAsync("ids that are not completed", $"{all} ledger where id = 'wamid.' || n and what = 'completion')");
        await AssertNoneAsync(
            "ids that were completed more than once",
            "from (select from ledger where what = 'completion' group by id having count(*) > 1) as twice");
        await AssertNoneAsync(
            "runs or effects after the completion",
            "from ledger as e join ledger as c on c.id = e.id and c.what = 'completion' where e.what in ('begin', 'effect') and e.number > "
                + "c.number");
        await AssertNoneAsync(
            "second effects of a handler that completes in its transaction",
            "from (select from ledger where what = 'effect' and handler = 'joined' group by id having count(*) > 1) as twice");
        await AssertNoneAsync(
            "events whose effect was before the completion of one that arrived earlier",
            $"""
            from (
                select lag(completed) over (partition by n % {Customers} order by n) as earlier, begun from (
                    select cast(substring(id from 7) as int) as n, min(number) as begun from ledger where what = 'effect' group by id) as e
                join (
                    select cast(substring(id from 7) as int) as n, min(number) as completed
                    from ledger where what = 'completion' group by id) as c using (n)) as o
            where earlier > begun
            """);
    }

    private Task<long> CountAsync(string from) =>
        database.ReadAsync<long>($"set search_path to \"{database.Options.Schema}\"; select count(*) {from}");
}
