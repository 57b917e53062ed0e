using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;
using static WhatsCommerce.Sdk.PostgreSql.Tests.QueueDatabase;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>What a delivery queue on PostgreSQL must not do: traps that cost events, their order, or all speed.</summary>
public sealed class DeliveryQueueTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromHours(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Append_ManyAtOnce_ShareCommitsAndTellOnceACommit()
    {
        await using QueueDatabase database = QueueDatabase.Require();
        ServiceProvider app = database.Open();
        IDeliveryQueue queue = app.GetRequiredService<IDeliveryQueue>();
        await queue.StartAsync(Cancel);
        int told = 0;
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task listening = database.Open().GetRequiredService<WhatsCommerceDatabase>()
            .ListenAsync("queue", () => Interlocked.Increment(ref told), end.Token);
        await Patiently.Until(() => Volatile.Read(ref told) == 1);

        // However slowly this thread asks: the first commit waits for the last event.
        await using NpgsqlConnection other = await database.Database.Source.OpenConnectionAsync(Cancel);
        await using NpgsqlTransaction gate = await other.BeginTransactionAsync(Cancel);
        await RunAsync(other, $"lock table {database.Events} in exclusive mode");
        Task[] appends =
            [.. Enumerable.Range(0, 1_000).Select(i => queue.AppendAsync([Event(Guid.NewGuid(), $"{i}")], Cancel).AsTask())];
        await gate.CommitAsync(Cancel);
        await Task.WhenAll(appends);

        long commits = await database.Database.ReadAsync<long>($"select count(distinct xmin::text) from {database.Events}");
        Assert.InRange(commits, 1, 100);
        await queue.AppendAsync([Event(Guid.NewGuid(), "last")], Cancel);
        await Patiently.Until(() => Volatile.Read(ref told) >= commits + 2);
        Assert.Equal(commits + 2, Volatile.Read(ref told));
        await end.CancelAsync();
        await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    [Fact]
    public async Task Append_ManyOfOneConversationAtOnce_AreStoredInTheOrderOfTheCalls()
    {
        await using QueueDatabase database = QueueDatabase.Require();
        IDeliveryQueue queue = database.OpenQueue();
        Guid conversation = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => queue.AppendAsync([Event(conversation, $"{i:000}")], Cancel).AsTask()));

        List<string> seen = [];
        while (await queue.LeaseAsync(Lane, 1, Lease, Cancel) is [var lease])
        {
            seen.AddRange(lease.Events.Select(one => Encoding.UTF8.GetString(one.Body.Span)));
            await queue.FinishAsync(lease, DoneWith(lease), Cancel);
        }

        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"{i:000}"), seen);
    }

    [Fact]
    public async Task Finish_AppendIsNotCommittedYet_ForgetsNothing()
    {
        await using QueueDatabase database = QueueDatabase.Require();
        IDeliveryQueue queue = database.OpenQueue();
        Guid conversation = Guid.NewGuid();
        await queue.AppendAsync([Event(conversation, "one")], Cancel);
        ConversationLease lease = Assert.Single(await queue.LeaseAsync(Lane, 1, Lease, Cancel));

        // What another instance does: it has locked the conversation and stored an event, and its commit is on its way.
        await using NpgsqlConnection other = await database.Database.Source.OpenConnectionAsync(Cancel);
        await using NpgsqlTransaction transaction = await other.BeginTransactionAsync(Cancel);
        await RunAsync(other, $"update {database.Conversations} set version = version + 1, waiting = waiting + 1");
        Task finish = queue.FinishAsync(lease, DoneWith(lease), Cancel).AsTask();
        await Patiently.Until(async () => await database.Database.ReadAsync<long>(
            $"select count(*) from pg_stat_activity where application_name = '{database.Database.Options.Schema}' and wait_event_type = "
                + $"'Lock'") > 0);
        await RunAsync(other, $"""
            insert into {database.Events} (conversation, event, endpoint, body, received_at, due_at, retries)
            values ('{conversation}', gen_random_uuid(), '', 'two', 0, 0, 0)
            """);
        await transaction.CommitAsync(Cancel);
        await Patiently.Wait(finish);

        ConversationLease next = Assert.Single(await queue.LeaseAsync(Lane, 1, Lease, Cancel));
        Assert.Equal("two", Encoding.UTF8.GetString(Assert.Single(next.Events).Body.Span));
    }

    [Fact]
    public async Task AppendAndFinish_OfManyConversationsInAnyOrder_NeverDeadlock()
    {
        await using QueueDatabase database = QueueDatabase.Require();

        // The queue repeats what the server aborts for a deadlock, and the server counts those of everybody: so it never looks for one
        // here, and a deadlock lasts.
        IDeliveryQueue[] queues = [.. Enumerable.Range(0, 3).Select(_ => database.OpenQueue("-c deadlock_timeout=1h"))];
        await queues[0].StartAsync(Cancel);
        Guid[] conversations = [.. Enumerable.Range(0, 40).Select(_ => Guid.NewGuid())];

        await Patiently.Wait(Task.WhenAll(queues.SelectMany((queue, i) =>
            new[] { AppendAsync(queue, i), AppendAsync(queue, i + 10), WorkAsync(queue) })));

        async Task AppendAsync(IDeliveryQueue queue, int seed)
        {
            Random random = new(seed);
            for (int i = 0; i < 40; i++)
            {
                Guid[] shuffled = [.. conversations];
                random.Shuffle(shuffled);
                await queue.AppendAsync([.. shuffled.Take(20).Select(one => Event(one, $"{seed}.{i}"))], Cancel);
            }
        }

        async Task WorkAsync(IDeliveryQueue queue)
        {
            for (int i = 0; i < 40; i++)
            {
                IReadOnlyList<ConversationLease> leases = await queue.LeaseAsync(Lane, 16, Lease, Cancel);
                await queue.RenewAsync(leases, Lease, Cancel);
                await Task.WhenAll(leases.Select(lease => queue.FinishAsync(lease, DoneWith(lease), Cancel).AsTask()));
            }
        }
    }

    [Fact]
    public async Task Wait_AnotherInstanceStores_Ends()
    {
        await using QueueDatabase database = QueueDatabase.Require();
        (IDeliveryQueue waiting, IDeliveryQueue storing) = (database.OpenQueue(), database.OpenQueue());
        await waiting.StartAsync(Cancel);

        // It listens from the first wait on, and tells once that it does.
        await waiting.WaitAsync(Lane, Patiently.Patience, Cancel);
        Task wait = waiting.WaitAsync(Lane, Timeout.InfiniteTimeSpan, Cancel).AsTask();
        await storing.AppendAsync([Event(Guid.NewGuid(), "one")], Cancel);

        await Patiently.Wait(wait);
    }

    [Fact]
    public async Task Wait_ItsConnectionIsCut_HearsAgain()
    {
        await using QueueDatabase database = QueueDatabase.Require();
        (IDeliveryQueue waiting, IDeliveryQueue storing) = (database.OpenQueue(), database.OpenQueue());
        await waiting.StartAsync(Cancel);
        await waiting.WaitAsync(Lane, Patiently.Patience, Cancel);

        await database.Database.RunAsync($"""
            select pg_terminate_backend(pid) from pg_stat_activity
            where application_name = '{database.Database.Options.Schema}' and query like 'listen%'
            """);

        // Once more, since something may have been stored while nobody listened.
        await Patiently.Wait(waiting.WaitAsync(Lane, Timeout.InfiniteTimeSpan, Cancel).AsTask());
        Task wait = waiting.WaitAsync(Lane, Timeout.InfiniteTimeSpan, Cancel).AsTask();
        await storing.AppendAsync([Event(Guid.NewGuid(), "one")], Cancel);
        await Patiently.Wait(wait);
    }

    [Fact]
    public async Task Lease_OneTenantFloods_ServesEveryOther()
    {
        await using QueueDatabase database = QueueDatabase.Require();
        IDeliveryQueue queue = database.OpenQueue();
        await queue.StartAsync(Cancel);
        await database.Database.RunAsync($"""
            insert into {database.Conversations} (id, lane, tenant, version, fence, ready_at, holds, waiting, waiting_since)
            select gen_random_uuid(), 0, case when n <= 50000 then 1 else n % 100 + 2 end, 1, 0, n, 0, 1, n from generate_series(1, 50500) n
            """);

        HashSet<long> served = [];
        for (int i = 0; i < 10; i++)
        {
            served.UnionWith((await queue.LeaseAsync(Lane, 16, Lease, Cancel)).Select(lease => lease.Tenant));
        }

        Assert.Equal(101, served.Count);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
