namespace WhatsCommerce.Sdk.PostgreSql.Tests.Crashes;

/// <summary>
/// Instances with a delivery queue on PostgreSQL are killed, their connections are cut, and the server itself is killed and restarted:
/// <see cref="QueueChaos"/>. A trigger writes down in which order events were stored.
/// </summary>
[Collection(nameof(CrashTests))]
public sealed class QueueCrashTests(ITestOutputHelper output)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = QueueChaos.Deadline)]
    public async Task Kill_AtAnyMoment_LosesNothingKeepsTheOrderAndRunsNothingThatWasCompleted()
    {
        await using QueueDatabase queue = QueueDatabase.Require();
        TestDatabase database = queue.Database;
        string schema = database.Options.Schema;
        await queue.OpenQueue().StartAsync(Cancel);
        await CrashLedger.CreateAsync(database);
        await RecordArrivalsAsync(queue);
        using QueueChaos chaos = new(database, output)
        {
            App = (port, point, passes) => ["queue", $"{port}", schema, point, $"{passes}"],
            Server = TestServer.Find("WHATSCOMMERCE_TEST_POSTGRESQL_PID", async () => await database.ReadAsync<int>("select 1")),
            Disturb = () => database.RunAsync($"""
                select pg_terminate_backend(pid) from pg_stat_activity where application_name = '{schema}' and pid <> pg_backend_pid()
                """),
            WhatWaits = async () =>
                await database.ReadAsync<long>($"select count(*) from {queue.Events}") is > 0 and long count ? $"{count} events" : "",
        };

        await chaos.RunAsync();

        await chaos.AssertNoneAsync(
            "events whose effect was before the completion of one that was stored earlier",
            """
            from (
                select lag(completed) over (partition by conversation order by arrived) as earlier, begun from (
                    select conversation, id, min(sequence) as arrived from arrivals group by conversation, id) as a
                join (select id, min(number) as begun from ledger where what = 'effect' group by id) as e using (id)
                join (select id, min(number) as completed from ledger where what = 'completion' group by id) as c using (id)) as o
            where earlier > begun
            """);
        Assert.Equal(QueueChaos.Customers, await database.ReadAsync<long>(
            $"select count(distinct conversation) from \"{schema}\".arrivals"));
        Assert.Equal(0, await database.ReadAsync<long>($"select count(*) from {queue.Conversations}"));
    }

    private static async Task RecordArrivalsAsync(QueueDatabase queue)
    {
        string schema = $"\"{queue.Database.Options.Schema}\"";
        await queue.Database.RunAsync($"""
            create table {schema}.arrivals (sequence bigint primary key, conversation uuid not null, id text not null);
            create function {schema}.record_arrival() returns trigger language plpgsql as $$ begin
                insert into {schema}.arrivals
                values (new.sequence, new.conversation, substring(convert_from(new.body, 'UTF8') from 'wamid\.[0-9]+'));
                return null;
            end $$;
            create trigger record_arrival after insert on {queue.Events} for each row execute function {schema}.record_arrival();
            """);
    }
}
