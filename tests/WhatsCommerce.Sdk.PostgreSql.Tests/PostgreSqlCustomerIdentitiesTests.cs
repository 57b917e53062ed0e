using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>What only a database can do, and what it must not.</summary>
public sealed class PostgreSqlCustomerIdentitiesTests
{
    private static readonly CustomerIdentity Both = new() { Scope = "1", WaId = "16505550101", UserId = "US.13491208655302741918" };
    private static readonly CustomerIdentity ByPhone = Both with { UserId = default };
    private static readonly CustomerIdentity ByUser = Both with { WaId = null };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ResolveAsync_AfterARestart_GivesTheSameKey()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        CustomerKey key = await Open(database).ResolveAsync(Both, Cancel);

        Assert.Equal(key, await Open(database).ResolveAsync(ByPhone, Cancel));
        Assert.Equal(key, await Open(database).GetCurrentAsync(key, Cancel));
    }

    [Fact]
    public async Task Tables_OfCustomers_HoldNoNumberAndNoId()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        await Open(database).ResolveAsync(Both, Cancel);

        string rows = await database.ReadAsync<string>(
            $"select string_agg(n::text, ' ') || (select string_agg(c::text, ' ') from {Table(database, "customers")} c) from "
                + $"{Table(database, "customer_names")} n");

        Assert.Contains("phone", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("16505550101", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("13491208655302741918", rows, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResolveAsync_KnownCustomer_AsksTheDatabaseAgainOnlyAfterTheTimeThatIsSet()
    {
        FakeTimeProvider time = new();
        await using TestDatabase database = await TestDatabase.CreateAsync();
        PostgreSqlCustomerIdentities identities = Open(database, time: time);
        CustomerKey key = await identities.ResolveAsync(Both, Cancel);
        await database.RunAsync($"drop table {Table(database, "customer_names")}");

        time.Advance(TimeSpan.FromSeconds(59));
        ValueTask<CustomerKey> early = identities.ResolveAsync(ByPhone, Cancel);
        Assert.True(early.IsCompletedSuccessfully);
        Assert.Equal(key, await early);

        time.Advance(TimeSpan.FromSeconds(1));
        InvalidOperationException late =
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await identities.ResolveAsync(ByPhone, Cancel));
        Assert.Contains("CreateTablesAsync", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResolveAsync_CacheOfNoTime_AsksEachTime()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        database.Options.CustomerCacheDuration = TimeSpan.Zero;
        PostgreSqlCustomerIdentities identities = Open(database);
        await identities.ResolveAsync(Both, Cancel);
        await database.RunAsync($"delete from {Table(database, "customer_names")}");

        Assert.Equal(default, await identities.FindAsync(Both, Cancel));
        await identities.ResolveAsync(Both, Cancel);
        Assert.Equal(2, await database.ReadAsync<long>($"select count(*) from {Table(database, "customer_names")}"));
    }

    [Fact]
    public async Task ResolveAsync_MergedByAnotherInstance_IsSeenAfterTheTimeThatIsSet()
    {
        FakeTimeProvider time = new();
        await using TestDatabase database = await TestDatabase.CreateAsync();
        PostgreSqlCustomerIdentities one = Open(database, time: time);
        PostgreSqlCustomerIdentities other = Open(database, time: time);
        CustomerKey phone = await one.ResolveAsync(ByPhone, Cancel);
        time.Advance(TimeSpan.FromMilliseconds(1));
        CustomerKey user = await one.ResolveAsync(ByUser, Cancel);
        CustomerKey both = await other.ResolveAsync(Both, Cancel);

        Assert.Equal((phone, user), (both, await one.ResolveAsync(ByUser, Cancel)));
        Assert.Equal(both, await one.GetCurrentAsync(user, Cancel));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(both, await one.ResolveAsync(ByUser, Cancel));
    }

    [Fact]
    public async Task ResolveAsync_InstanceEndedBeforeItToldAMerge_IsToldByAnother()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        CustomerKey phone = await Open(database).ResolveAsync(ByPhone, Cancel);
        await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Cancel);
        CustomerKey user = await Open(database).ResolveAsync(ByUser, Cancel);
        Recorder ended = new() { Failure = new InvalidOperationException("The process ends here.") };
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Open(database, ended).ResolveAsync(Both, Cancel));

        Recorder recorder = new();
        PostgreSqlCustomerIdentities next = Open(database, recorder);
        Assert.Equal(phone, await next.ResolveAsync(ByUser, Cancel));
        Assert.Equal(phone, await next.ResolveAsync(ByPhone, Cancel));

        Assert.Equal([new CustomersMerged { Survivor = phone, Merged = user }], recorder.Merges);
    }

    [Fact]
    public async Task ResolveAsync_ForgottenWhileItIsLearned_LeavesNoIdOfNobody()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        database.Options.CustomerCacheDuration = TimeSpan.Zero;
        PostgreSqlCustomerIdentities identities = Open(database);
        CustomerKey key = await identities.ResolveAsync(ByPhone, Cancel);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
        {
            if (i % 4 == 0)
            {
                await identities.DeleteAsync(await identities.FindAsync(ByPhone, Cancel), Cancel);
            }
            else
            {
                await identities.ResolveAsync(Both with { UserId = FormattableString.Invariant($"US.{i % 3}") }, Cancel);
            }
        }, Cancel)));

        Assert.True(key.HasValue);
        Assert.Equal(0, await database.ReadAsync<long>(
            $"select count(*) from {Table(database, "customer_names")} where customer not in (select key from "
                + $"{Table(database, "customers")} where merged_into is null)"));
    }

    [Fact]
    public async Task CreateTablesAsync_TablesOfTheFirstVersion_AreKept()
    {
        await using TestDatabase database = TestDatabase.Require();
        const string EndOfFirst = "values (1);";
        string script = database.Store().CreateTablesScript;
        await database.RunAsync(
            script[..(script.IndexOf(EndOfFirst, StringComparison.Ordinal) + EndOfFirst.Length)] + " end if; end $step$; commit;");
        WebhookClaim claim = await database.Store().TryBeginAsync(new("event", "handler"), TimeSpan.FromMinutes(1), Cancel);

        await database.Store().CreateTablesAsync(Cancel);

        Assert.True(await database.Store().CompleteAsync(claim, Cancel));
        Assert.True((await Open(database).ResolveAsync(Both, Cancel)).HasValue);
    }

    private static PostgreSqlCustomerIdentities Open(TestDatabase database, Recorder? recorder = null, TimeProvider? time = null) =>
        new(database.Source, recorder is null ? null : [recorder], database.Options, time);

    private static string Table(TestDatabase database, string name) =>
        $"\"{database.Options.Schema}\".\"{database.Options.TablePrefix}{name}\"";

    private sealed class Recorder : ICustomersMergedHandler
    {
        public Exception? Failure { get; init; }

        public List<CustomersMerged> Merges { get; } = [];

        public Task HandleAsync(CustomersMerged merged, CancellationToken cancellationToken)
        {
            Merges.Add(merged);
            return Failure is null ? Task.CompletedTask : Task.FromException(Failure);
        }
    }
}
