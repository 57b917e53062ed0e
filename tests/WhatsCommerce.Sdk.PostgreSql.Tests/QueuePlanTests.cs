using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;
using static WhatsCommerce.Sdk.PostgreSql.Tests.QueueDatabase;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>
/// The queue finds its rows by the right indexes, whatever the server knew of its tables when it planned the statements: they are empty at
/// one time and full at another, and the server looks at them when it likes.
/// </summary>
public sealed class QueuePlanTests
{
    // As often as a statement is run before it is prepared and its plan is kept.
    private const int Rounds = 20;

    // With the wrong index, each round reads all that wait at least once. Under load a few rows more are read than needed, because
    // transactions elsewhere keep the versions of changed rows.
    private const int Waiting = 5_000;
    private const int MeasuredRounds = 8;
    private const int MostRead = 6 * Waiting;
    private static readonly TimeSpan Lease = TimeSpan.FromHours(1);

    /// <summary>When the server looks at the tables.</summary>
    public enum Look
    {
        /// <summary>Before the first statement.</summary>
        First,

        /// <summary>While an event waits.</summary>
        WithOne,

        /// <summary>After some statements.</summary>
        Between,

        /// <summary>When they are empty again.</summary>
        Emptied,

        /// <summary>While all events wait.</summary>
        WithAll,
    }

    public static TheoryData<string, Look[]> Looks => new()
    {
        { "", [] },
        { "vacuum", [Look.First] },
        { "vacuum", [Look.WithOne] },
        { "vacuum", [Look.Emptied] },
        { "vacuum", [Look.WithAll] },
        { "vacuum analyze", [Look.Emptied] },
        { "vacuum analyze", [Look.WithOne, Look.Between, Look.Emptied] },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Looks))]
    public async Task LongConversation_IsReadFromItsBeginning(string look, Look[] looks)
    {
        await using QueueDatabase database = QueueDatabase.Require();
        IDeliveryQueue queue = await OpenAsync(database, look, looks);
        Guid conversation = Guid.NewGuid();
        await queue.AppendAsync([.. Enumerable.Range(0, Waiting).Select(i => Event(conversation, $"{i}"))], Cancel);
        await LookAsync(database, look, looks, Look.WithAll);

        for (int i = 0; i < MeasuredRounds; i++)
        {
            await WorkAsync(queue);
        }

        // What is put off is looked for among all that wait.
        ConversationLease lease = Assert.Single(await queue.LeaseAsync(Lane, 1, Lease, Cancel));
        ConversationOutcome failed = new() { Retried = [.. lease.Events.Select(one => new RetriedEvent(one.Sequence, TimeSpan.Zero))] };
        await queue.FinishAsync(lease, failed, Cancel);
        Assert.InRange(await CountReadAsync(database), 1, MostRead);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task ManyConversations_AreFoundOneByOne(string look, Look[] looks)
    {
        await using QueueDatabase database = QueueDatabase.Require();
        IDeliveryQueue queue = await OpenAsync(database, look, looks);
        await queue.AppendAsync([.. Enumerable.Range(0, Waiting).Select(_ => Event(Guid.NewGuid(), "waits"))], Cancel);
        await LookAsync(database, look, looks, Look.WithAll);

        for (int i = 0; i < MeasuredRounds; i++)
        {
            await WorkAsync(queue);
        }

        Assert.InRange(await CountReadAsync(database), 1, MostRead);
    }

    private static async Task<IDeliveryQueue> OpenAsync(QueueDatabase database, string look, Look[] looks)
    {
        IDeliveryQueue queue = database.OpenQueue();
        await queue.StartAsync(Cancel);
        await LookAsync(database, look, looks, Look.First);
        for (int i = 0; i < Rounds; i++)
        {
            await queue.AppendAsync([Event(Guid.NewGuid(), "one")], Cancel);
            await LookAsync(database, look, i == Rounds / 2 ? looks : [], Look.WithOne);
            await WorkAsync(queue);
            await LookAsync(database, look, i == Rounds / 2 ? looks : [], Look.Between);
        }

        await LookAsync(database, look, looks, Look.Emptied);
        return queue;
    }

    private static async Task LookAsync(QueueDatabase database, string look, Look[] looks, Look now)
    {
        if (looks.Contains(now))
        {
            await database.Database.RunAsync($"{look} {database.Events}");
            await database.Database.RunAsync($"{look} {database.Conversations}");
        }
    }

    private static async Task WorkAsync(IDeliveryQueue queue)
    {
        IReadOnlyList<ConversationLease> leases = await queue.LeaseAsync(Lane, 4, Lease, Cancel);
        Assert.NotEmpty(leases);
        Assert.Equal(leases.Count, (await queue.RenewAsync(leases, Lease, Cancel)).Count);
        await Task.WhenAll(leases.Select(lease => queue.FinishAsync(lease, DoneWith(lease), Cancel).AsTask()));
    }

    /// <summary>Counts the rows, and the entries of indexes, that the queue has read.</summary>
    private static async Task<long> CountReadAsync(QueueDatabase database)
    {
        // A connection tells its counts with a delay, and the last ones when it ends.
        string schema = database.Database.Options.Schema;
        string theirs = $"from pg_stat_activity where application_name = '{schema}'";
        await database.Database.RunAsync($"select pg_terminate_backend(pid) {theirs}");
        await Patiently.Until(async () => await database.Database.ReadAsync<long>($"select count(*) {theirs}") == 0);
        return await database.Database.ReadAsync<long>($"""
            select (select sum(seq_tup_read) from pg_stat_user_tables where schemaname = '{schema}')::bigint
                + (select sum(idx_tup_read) from pg_stat_user_indexes where schemaname = '{schema}')::bigint
            """);
    }
}
