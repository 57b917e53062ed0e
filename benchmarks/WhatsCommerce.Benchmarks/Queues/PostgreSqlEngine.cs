using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WhatsCommerce.Benchmarks.Shops;

namespace WhatsCommerce.Benchmarks.Queues;

/// <summary>PostgreSQL, which waits for the disk at each commit.</summary>
internal sealed class PostgreSqlEngine : QueueEngine
{
    private const string Ours = "queue_measured";
    private const string Baseline = "queue_baseline";
    private const int Connections = 32;
    private const int MostOfAGroup = 256;
    private const int ConsumerCount = 2;
    private const int RowsOfAConsumer = 100;

    private NpgsqlDataSource? _source;

    public override string Prefix => "queue";

    public override string Name => "PostgreSQL";

    public override string Writers => $"{Connections} writers";

    public override string Consumers => $"{ConsumerCount} bare consumers of {RowsOfAConsumer} rows";

    public override string? Missing => ShopDatabase.Missing;

    public override QueueGoals Goals { get; } = new(Stored: 1.0, Grouped: 0.5, Processed: 0.5, Scaling: 3.0);

    public override Func<IReadOnlyList<byte[]>, Task> StoreGroupedAsync => StoreInGroupsAsync;

    private NpgsqlDataSource Source => _source ??= ShopDatabase.Open();

    public override async Task PrepareAsync()
    {
        await ShopDatabase.PrepareAsync(Source, fsync: true, Ours, Baseline);
        await ShopDatabase.RunAsync(Source, $"""
            create schema {Baseline};
            create table {Baseline}.inbox (id bigint generated always as identity primary key, body bytea not null);
            """);
    }

    public override void Use(WhatsCommerceWebhooksBuilder builder, int concurrency) => builder
        .UsePostgreSql(ShopDatabase.ConnectionString, options =>
        {
            options.Schema = Ours;
            options.MigrateAtStart = true;
        })
        .UseDeliveryQueue(options => options.MaxConcurrency = concurrency);

    public override async Task EmptyAsync()
    {
        await ShopDatabase.RunAsync(Source, $"truncate {Baseline}.inbox");
        await using NpgsqlCommand tables = Source.CreateCommand($"""
            select count(*) from pg_tables where schemaname = '{Ours}' and tablename = 'queue_events'
            """);
        if ((long)(await tables.ExecuteScalarAsync())! > 0)
        {
            await ShopDatabase.RunAsync(
                Source, $"truncate {Ours}.queue_events, {Ours}.queue_conversations, {Ours}.webhook_events");
        }
    }

    public override Task StoreAsync(IReadOnlyList<byte[]> bodies)
    {
        int next = -1;
        return Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            await using NpgsqlConnection connection = await Source.OpenConnectionAsync();
            await using NpgsqlCommand insert = new($"insert into {Baseline}.inbox (body) values ($1)", connection);
            NpgsqlParameter<byte[]> body = new();
            insert.Parameters.Add(body);
            for (int i = Interlocked.Increment(ref next); i < bodies.Count; i = Interlocked.Increment(ref next))
            {
                body.TypedValue = bodies[i];
                await insert.ExecuteNonQueryAsync();
            }
        })));
    }

    public override async Task StoreOneAsync(byte[] body)
    {
        await using NpgsqlCommand insert = Source.CreateCommand($"insert into {Baseline}.inbox (body) values ($1)");
        insert.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = body });
        await insert.ExecuteNonQueryAsync();
    }

    public override Task ConsumeAsync() => Task.WhenAll(Enumerable.Range(0, ConsumerCount).Select(_ => Task.Run(async () =>
    {
        await using NpgsqlConnection connection = await Source.OpenConnectionAsync();
        await using NpgsqlCommand take = new(
            $"""
            with taken as (
                delete from {Baseline}.inbox where id in (
                    select id from {Baseline}.inbox order by id limit {RowsOfAConsumer} for update skip locked)
                returning body)
            select count(body), coalesce(sum(length(body)), 0) from taken
            """,
            connection);
        while (true)
        {
            await using NpgsqlDataReader reader = await take.ExecuteReaderAsync();
            await reader.ReadAsync();
            if (reader.GetInt64(0) == 0)
            {
                return;
            }
        }
    })));

    // One writer, whose commits serve what has come meanwhile; its callers wait for their commit, as those of the queue do.
    private async Task StoreInGroupsAsync(IReadOnlyList<byte[]> bodies)
    {
        Channel<(byte[] Body, TaskCompletionSource Stored)> waiting = Channel.CreateUnbounded<(byte[], TaskCompletionSource)>();
        Task writer = Task.Run(async () =>
        {
            await using NpgsqlConnection connection = await Source.OpenConnectionAsync();
            await using NpgsqlCommand insert = new($"insert into {Baseline}.inbox (body) select unnest($1)", connection);
            NpgsqlParameter<byte[][]> group = new();
            insert.Parameters.Add(group);
            while (await waiting.Reader.WaitToReadAsync())
            {
                List<(byte[] Body, TaskCompletionSource Stored)> some = [];
                while (some.Count < MostOfAGroup && waiting.Reader.TryRead(out (byte[], TaskCompletionSource) one))
                {
                    some.Add(one);
                }

                group.TypedValue = [.. some.Select(one => one.Body)];
                await insert.ExecuteNonQueryAsync();
                some.ForEach(one => one.Stored.SetResult());
            }
        });
        await ConcurrentCalls.RunAsync(bodies, body =>
        {
            TaskCompletionSource stored = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Writer.TryWrite((body, stored));
            return stored.Task;
        });
        waiting.Writer.Complete();
        await writer;
    }
}
