using System.Diagnostics;
using System.Globalization;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>
/// Three instances of an app with a delivery queue share the database. They are killed as by SIGKILL at moments that a seed chooses, others
/// join, and all their connections are cut, while a sender delivers for 500 customers of 20 numbers and repeats what did not get 200.
/// </summary>
/// <remarks>
/// A trigger writes down in which order events were stored. The seed is random and printed; <c>WHATSCOMMERCE_TEST_SEED</c> sets it.
/// <c>WHATSCOMMERCE_CHAOS_EVENTS</c> and <c>WHATSCOMMERCE_CHAOS_KILLS</c> make it longer: <c>eng/chaos.sh</c>.
/// </remarks>
[Collection(nameof(CrashTests))]
public sealed class QueueCrashTests(ITestOutputHelper output) : IDisposable
{
    private const int Instances = 3;
    private const int Deadline = 60 * 60 * 1000;

    private static readonly string[] Points = ["begin", "effect", "effect", "joined", "committed", "anywhere", "anywhere"];

    private readonly AppProcesses _processes = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = Deadline)]
    public async Task Kill_AtAnyMoment_LosesNothingKeepsTheOrderAndRunsNothingThatWasCompleted()
    {
        await using QueueDatabase queue = QueueDatabase.Require();
        TestDatabase database = queue.Database;
        string schema = database.Options.Schema;
        await queue.OpenQueue().StartAsync(Cancel);
        await CrashTests.CreateLedgerAsync(database);
        await RecordArrivalsAsync(queue);
        int events = Setting("WHATSCOMMERCE_CHAOS_EVENTS", 3_000);
        int kills = Setting("WHATSCOMMERCE_CHAOS_KILLS", 4);
        int seed = Setting("WHATSCOMMERCE_TEST_SEED", Random.Shared.Next());
        output.WriteLine($"Seed: {seed}");
        long begun = TimeProvider.System.GetTimestamp();
        using ReservedPort one = new();
        using ReservedPort two = new();
        using ReservedPort three = new();
        int[] ports = [one.Number, two.Number, three.Number];
        one.LetListen();
        two.LetListen();
        three.LetListen();
        Process sender = _processes.Start(
            ["send", schema, $"{events}", $"{kills + 1}", $"{seed}", .. ports.Select(port => $"http://127.0.0.1:{port}/webhooks/whatsapp")]);

        int[] killed = await KillAgainAndAgainAsync(database, ports, sender, kills, new Random(seed));
        sender.StandardInput.Close();
        string report = await sender.StandardOutput.ReadToEndAsync(Cancel);
        await sender.WaitForExitAsync(Cancel);
        Assert.Equal(0, sender.ExitCode);
        await Patiently.Until(async () => await database.ReadAsync<long>($"select count(*) from {queue.Events}") == 0);

        output.WriteLine($"""
            {report.Trim()}
            Killed: {string.Join(", ", killed.Select((count, i) => $"{count} x instance {i}"))}
            Runs: {await CountAsync(database, "from ledger where what = 'begin'")}, effects: {await CountAsync(database, "from ledger where what = 'effect'")}
            {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s
            """);
        await AssertAllHoldsAsync(queue, events);
    }

    public void Dispose() => _processes.Dispose();

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int given) ? given : otherwise;

    private static async Task RecordArrivalsAsync(QueueDatabase queue)
    {
        string schema = $"\"{queue.Database.Options.Schema}\"";
        await queue.Database.RunAsync($"""
            create table {schema}.arrivals (sequence bigint primary key, conversation uuid not null, id text not null);
            create function {schema}.record_arrival() returns trigger language plpgsql as $$ begin
                insert into {schema}.arrivals values (new.sequence, new.conversation, substring(convert_from(new.body, 'UTF8') from 'wamid\.[0-9]+'));
                return null;
            end $$;
            create trigger record_arrival after insert on {queue.Events} for each row execute function {schema}.record_arrival();
            """);
    }

    private async Task<int[]> KillAgainAndAgainAsync(
        TestDatabase database, int[] ports, Process sender, int kills, Random random)
    {
        int[] killed = new int[ports.Length];
        Task<Process>[] apps = [.. ports.Select(port => StartAppAsync(port, database, random))];
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
                // What a restart of the server does to those who are connected.
                await database.RunAsync($"""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where application_name = '{database.Options.Schema}' and pid <> pg_backend_pid()
                    """);
            }

            apps[victim] = StartAppAsync(ports[victim], database, random);
        }

        // Those that would still kill themselves are replaced by some that do not.
        for (int i = 0; i < apps.Length; i++)
        {
            await AppProcesses.KillAsync(await apps[i]);
            await _processes.StartAppAsync("queue", $"{ports[i]}", database.Options.Schema, "never", "0");
        }

        return killed;
    }

    private Task<Process> StartAppAsync(int port, TestDatabase database, Random random) => _processes.StartAppAsync(
        "queue", $"{port}", database.Options.Schema, Points[random.Next(Points.Length)], $"{random.Next(1, 60)}");

    private static async Task AssertAllHoldsAsync(QueueDatabase queue, int events)
    {
        TestDatabase database = queue.Database;
        string all = $"from generate_series(0, {events - 1}) as n where not exists (select from";
        await AssertNoneAsync(database, "ids that never got 200", $"{all} acknowledged where id = 'wamid.' || n)");
        await AssertNoneAsync(database, "ids without an effect", $"{all} ledger where id = 'wamid.' || n and what = 'effect')");
        await AssertNoneAsync(database, "ids that are not completed", $"{all} ledger where id = 'wamid.' || n and what = 'completion')");
        await AssertNoneAsync(
            database,
            "ids that were completed more than once",
            "from (select from ledger where what = 'completion' group by id having count(*) > 1) as twice");
        await AssertNoneAsync(
            database,
            "runs or effects after the completion",
            "from ledger as e join ledger as c on c.id = e.id and c.what = 'completion' where e.what in ('begin', 'effect') and e.number > c.number");
        await AssertNoneAsync(
            database,
            "second effects of a handler that completes in its transaction",
            "from (select from ledger where what = 'effect' and handler = 'joined' group by id having count(*) > 1) as twice");
        await AssertNoneAsync(
            database,
            "events whose effect was before the completion of one that arrived earlier",
            """
            from (
                select lag(completed) over (partition by conversation order by arrived) as earlier, begun from (
                    select conversation, id, min(sequence) as arrived from arrivals group by conversation, id) as a
                join (select id, min(number) as begun from ledger where what = 'effect' group by id) as e using (id)
                join (select id, min(number) as completed from ledger where what = 'completion' group by id) as c using (id)) as o
            where earlier > begun
            """);
        Assert.Equal(500, await database.ReadAsync<long>($"select count(distinct conversation) from \"{database.Options.Schema}\".arrivals"));
        Assert.Equal(0, await database.ReadAsync<long>($"select count(*) from {queue.Conversations}"));
    }

    private static async Task AssertNoneAsync(TestDatabase database, string what, string from)
    {
        long count = await CountAsync(database, from);
        Assert.True(count == 0, $"{count} {what}");
    }

    private static Task<long> CountAsync(TestDatabase database, string from) =>
        database.ReadAsync<long>($"set search_path to \"{database.Options.Schema}\"; select count(*) {from}");
}
