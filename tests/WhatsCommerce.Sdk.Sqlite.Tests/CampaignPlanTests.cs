using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>A batch of a campaign costs what its messages cost, however long the campaign is: each row is found by its id.</summary>
public sealed class CampaignPlanTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly CampaignKey Key = new("106540352242922", "spring sale");
    private static readonly Guid Run = Guid.NewGuid();

    private readonly TestFile _file = new();
    private readonly ConcurrentQueue<string> _searches = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Batch_OfACampaign_FindsEachRowById()
    {
        await using ServiceProvider file = _file.Campaigns();
        WhatsCommerceDatabase database = file.GetRequiredService<WhatsCommerceDatabase>();
        await database.MigrateAsync(Cancel);
        await using ServiceProvider app = new ServiceCollection()
            .AddSingleton<WhatsCommerceDatabase>(new ExplainedDatabase(database, _searches))
            .AddWhatsCommerceCampaigns()
            .BuildServiceProvider();
        ICampaignStore store = app.GetRequiredService<ICampaignStore>();
        await store.StartAsync(Key, Noon, Cancel);
        _searches.Clear();

        Assert.Equal(["1", "2"], (await store.ClaimAsync(Claim("1", "2"), Cancel)).Order());
        await store.SettleAsync(Key, Run, [new() { Id = "1", State = CampaignMessageState.Sent }], Noon, Cancel);
        DeliveryReport failed = new(
            Key.From, "wamid.1", SendKey.CallbackDataOf("1"), DeliveryProgress.Failed, Noon, GraphErrorCodes.OutsideCustomerServiceWindow);
        Assert.True(await store.RecordAsync(failed, Cancel));
        Assert.Equal(["3"], await store.ClaimAsync(Claim("1", "2", "3"), Cancel));
        Assert.Equal(["1"], await store.ClaimFallbacksAsync(Claim("1", "2"), Cancel));
        Assert.Equal(3, (await store.ListAsync(Key, null, null, 10, Cancel)).Count);
        Assert.Equal(3, (await store.CountAsync(Key, Cancel)).Sum(count => count.Count));

        Assert.NotEmpty(_searches);
        Assert.All(_searches, search => Assert.Matches("(id=|id>|send=)", search));
    }

    private static CampaignClaim Claim(params string[] ids) => new()
    {
        Key = Key,
        Owner = Run,
        Messages =
        [
            .. ids.Select(id => new CampaignSlot { Id = id, SendHash = SendKey.HashOf(id), PersonHash = $"person {id}" }),
        ],
        Now = Noon,
        LeaseUntil = Noon.AddMinutes(5),
        RetryAfter = Noon.AddDays(-6),
    };

    /// <summary>Notes how the database finds rows of campaigns.</summary>
    private sealed class ExplainedDatabase(WhatsCommerceDatabase inner, ConcurrentQueue<string> searches)
        : WhatsCommerceDatabase(inner.DataSource, inner.Dialect, inner.Components)
    {
        public override bool? MigratesAtStart => inner.MigratesAtStart;

        public override string Table(string name) => inner.Table(name);

        public override string Index(string name) => inner.Index(name);

        public override async ValueTask<int> WriteAsync(
            IReadOnlyList<DatabaseStatement> statements, CancellationToken cancellationToken = default)
        {
            foreach (DatabaseStatement statement in statements)
            {
                await ExplainAsync(statement, cancellationToken);
            }

            return await inner.WriteAsync(statements, cancellationToken);
        }

        public override async ValueTask<IReadOnlyList<T>> ReadAsync<T>(
            DatabaseStatement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken = default)
        {
            await ExplainAsync(statement, cancellationToken);
            return await inner.ReadAsync(statement, read, cancellationToken);
        }

        protected override string TableExists(string name) => "select 1";

        protected override string Unless(string condition, string script) => script;

        protected override Task MigrateLockedAsync(
            Func<DbConnection, CancellationToken, Task> work, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("The tables are there.");

        private async Task ExplainAsync(DatabaseStatement statement, CancellationToken cancellationToken)
        {
            if (!statement.Sql.Contains("campaign_messages", StringComparison.Ordinal))
            {
                return;
            }

            IReadOnlyList<string> steps = await inner.ReadAsync(
                new DatabaseStatement($"explain query plan {statement.Sql}", [.. statement.Values]),
                static row => row.GetString(3),
                cancellationToken);
            foreach (string step in steps.Where(static step => step.StartsWith("SEARCH", StringComparison.Ordinal)
                || (step.StartsWith("SCAN", StringComparison.Ordinal) && step.Contains("campaign_messages", StringComparison.Ordinal))))
            {
                searches.Enqueue(step);
            }
        }
    }
}
