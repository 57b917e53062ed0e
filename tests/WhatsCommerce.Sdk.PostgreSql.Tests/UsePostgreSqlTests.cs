using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
using WhatsCommerce.Tests;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.PostgreSql.Tests;

/// <summary>The registration. Nothing here needs a server unless it says so.</summary>
public class UsePostgreSqlTests
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Username=nobody";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task UsePostgreSql_BeforeOrAfterOtherStores_IsTheStore()
    {
        ServiceCollection services = new();
        services.AddSingleton<IWebhookStore>(_ => throw new InvalidOperationException());
        Builder(services).UsePostgreSql(Nowhere);
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(provider.GetRequiredService<PostgreSqlWebhookStore>(), Assert.Single(provider.GetServices<IWebhookStore>()));
        Assert.Same(provider.GetRequiredService<PostgreSqlDeadLetterStore>(), Assert.Single(provider.GetServices<IDeadLetterStore>()));
        Assert.Same(
            provider.GetRequiredService<PostgreSqlCustomerIdentities>(), Assert.Single(provider.GetServices<ICustomerIdentities>()));
    }

    [Theory]
    [InlineData("nonsense", "it has no =; a name of the configuration is passed as configuration.GetConnectionString(name)")]
    [InlineData("postgres://shop:hunter22@db.example.com/shop", "it is an address")]
    [InlineData("Host=db;Password=a;hunter22=b", "a key or a value of it is unknown; a value that has ; or = is written in quotes")]
    [InlineData("Host=db;Port=hunter22", "a key or a value of it is unknown; a value that has ; or = is written in quotes")]
    public void UsePostgreSql_ConnectionStringThatIsNone_SaysWhatIsWrongWithoutIt(string text, string found)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Builder(new ServiceCollection()).UsePostgreSql(text));

        Assert.Equal(
            $"The connection string cannot be read: {found}. It must be like "
                + "\"Host=db.example.com;Database=shop;Username=shop;Password=...\". (Parameter 'connectionString')",
            exception.Message);
        Assert.DoesNotContain("hunter22", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_DatabaseDoesNotAnswer_NamesItWithoutThePassword()
    {
        using ReservedPort port = new();
        HostApplicationBuilder app = Host.CreateEmptyApplicationBuilder(null);
        app.Services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add("0123456789abcdef"))
            .UsePostgreSql($"Host=127.0.0.1;Port={port.Number};Database=orders;Username=shop;Password=hunter22");
        using IHost host = app.Build();

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Cancel));

        Assert.StartsWith(
            $"The tables of the database (Host=127.0.0.1;Port={port.Number};Database=orders;Username=shop) could not be checked: ",
            exception.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("hunter22", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AddWhatsCommercePostgreSql_BeforeOrAfterAnotherLedger_IsTheLedger(bool isFirst)
    {
        ServiceCollection services = new();
        if (isFirst)
        {
            services.AddWhatsCommercePostgreSql(Nowhere);
        }

        services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add("0123456789abcdef"));
        services.TryAddSingleton<ISendLedger>(_ => throw new InvalidOperationException());
        if (!isFirst)
        {
            services.AddWhatsCommercePostgreSql(Nowhere);
        }

        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(provider.GetRequiredService<PostgreSqlSendLedger>(), Assert.Single(provider.GetServices<ISendLedger>()));
        Assert.IsType<MemoryWebhookStore>(provider.GetRequiredService<IWebhookStore>());
    }

    [Fact]
    public async Task UsePostgreSql_Ledger_IsInTheSameDatabase()
    {
        await using TestDatabase database = TestDatabase.Require();
        ServiceCollection services = new();
        services.AddWhatsCommercePostgreSql(Nowhere);
        Builder(services).UsePostgreSql(database.ConnectionString, options => options.Schema = database.Options.Schema);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<PostgreSqlWebhookStore>().CreateTablesAsync(Cancel);
        SendIntent intent = new(new SendKey("1", "order-42"), "+16505551234", "Hello"u8);

        await provider.GetRequiredService<ISendLedger>().TryBeginAsync(intent, TimeSpan.FromMinutes(1), Cancel);

        Assert.Equal(SendState.UnderWay, (await database.Ledger().TryBeginAsync(
            new SendIntent(intent.Key, "+16505551234", "Hello"u8), TimeSpan.FromMinutes(1), Cancel)).State);
    }

    [Fact]
    public async Task UsePostgreSql_ConnectionString_WorksOnARealServerAndLeavesTheAppsDataSourceAlone()
    {
        await using TestDatabase database = TestDatabase.Require();
        ServiceCollection services = new();
        Builder(services).UsePostgreSql(database.ConnectionString, options => options.Schema = database.Options.Schema);
        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);

        PostgreSqlWebhookStore store = provider.GetRequiredService<PostgreSqlWebhookStore>();
        await store.CreateTablesAsync(Cancel);

        Assert.Equal(WebhookClaimState.Claimed, (await store.TryBeginAsync(new("a", "b"), TimeSpan.FromMinutes(1), Cancel)).State);
        Assert.Null(provider.GetService<NpgsqlDataSource>());
    }

    [Fact]
    public async Task Start_WebhooksAloneWithoutTables_SaysWhatToDoAndMakesNothing()
    {
        await using TestDatabase database = TestDatabase.Require();
        await using ServiceProvider app = WebhooksAlone(database, migrates: null);

        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(app));

        Assert.Contains("are of version 0, and this app needs version", refused.Message, StringComparison.Ordinal);
        Assert.Contains("MigrateAtStart", refused.Message, StringComparison.Ordinal);
        Assert.Contains("GetScript()", refused.Message, StringComparison.Ordinal);
        Assert.False(await database.ReadAsync<bool>(
            $"select exists (select from pg_tables where schemaname = '{database.Options.Schema}')"));
    }

    [Fact]
    public async Task Start_WebhooksAloneWithOldTables_SaysWhatToDo()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        string versions = $"\"{database.Options.Schema}\".webhook_versions";
        await database.RunAsync($"delete from {versions} where version = (select max(version) from {versions})");
        await using ServiceProvider app = WebhooksAlone(database, migrates: null);

        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(app));

        Assert.Contains("and this app needs version", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Start_WebhooksAloneWithTables_Starts(bool migratesAtStart)
    {
        await using TestDatabase database = migratesAtStart ? TestDatabase.Require() : await TestDatabase.CreateAsync();
        await using ServiceProvider app = WebhooksAlone(database, migratesAtStart ? true : null);

        await StartAsync(app);

        await database.Store().CheckAsync(Cancel);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(";Max Auto Prepare=0", false)]
    public async Task UsePostgreSql_ConnectionString_PreparesStatementsUnlessItSaysOtherwise(string more, bool isPrepared)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync();
        ServiceCollection services = new();
        string connectionString = new NpgsqlConnectionStringBuilder(
            Environment.GetEnvironmentVariable(TestDatabase.Variable)) { MaxPoolSize = 1 }.ConnectionString;
        Builder(services).UsePostgreSql(connectionString + more, options => options.Schema = database.Options.Schema);
        await using ServiceProvider provider = services.BuildServiceProvider();
        IWebhookStore store = provider.GetRequiredService<IWebhookStore>();
        await database.RunAsync($"""
            create table "{database.Options.Schema}".prepared (statements bigint);
            create function "{database.Options.Schema}".look() returns trigger language plpgsql as $$ begin
                insert into "{database.Options.Schema}".prepared select count(*) from pg_prepared_statements where not from_sql;
                return new; end $$;
            create trigger look after insert on {database.Events} for each row execute function "{database.Options.Schema}".look();
            """);

        for (int i = 0; i < 8; i++)
        {
            await store.TryBeginAsync(new(FormattableString.Invariant($"{i}"), "h"), TimeSpan.FromMinutes(1), Cancel);
        }

        Assert.Equal(isPrepared, await database.ReadAsync<long>($"select max(statements) from \"{database.Options.Schema}\".prepared") > 0);
    }

    [Fact]
    public async Task UsePostgreSql_DataSource_IsNotDisposedWithTheApp()
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(Nowhere);
        ServiceCollection services = new();
        Builder(services).UsePostgreSql(source);
        ServiceProvider provider = services.BuildServiceProvider();
        Assert.IsType<PostgreSqlWebhookStore>(provider.GetRequiredService<IWebhookStore>());
        Assert.IsType<PostgreSqlDeadLetterStore>(provider.GetRequiredService<IDeadLetterStore>());

        await provider.DisposeAsync();

        // A data source that was disposed would say so instead.
        await Assert.ThrowsAsync<NpgsqlException>(async () => await source.OpenConnectionAsync(Cancel));
    }

    [Fact]
    public void UsePostgreSql_AppThatDisposesWithoutAwaiting_Ends()
    {
        ServiceCollection services = new();
        Builder(services).UsePostgreSql(Nowhere);
        ServiceProvider provider = services.BuildServiceProvider();
        IWebhookStore store = provider.GetRequiredService<IWebhookStore>();

        provider.Dispose();

        Assert.NotNull(store);
    }

    [Fact]
    public async Task UsePostgreSql_DataSourceOfTheServices_IsTaken()
    {
        ServiceCollection services = new();
        services.AddSingleton(_ => NpgsqlDataSource.Create(Nowhere));
        Builder(services).UsePostgreSql();
        await using ServiceProvider provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<NpgsqlException>(async () => await provider.GetRequiredService<IWebhookStore>().CheckAsync(Cancel));
    }

    [Fact]
    public void UsePostgreSql_NoDataSourceAmongTheServices_SaysWhatToDo()
    {
        ServiceCollection services = new();
        Builder(services).UsePostgreSql();
        using ServiceProvider provider = services.BuildServiceProvider();

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<IWebhookStore>);

        Assert.Contains("NpgsqlDataSource", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("web-hooks")]
    [InlineData("1st")]
    [InlineData("a\"; drop schema public; --")]
    [InlineData("sch\u00e4ma")]
    [InlineData("a_name_that_is_longer_than_the_sixty_three_bytes_that_a_name_may_have")]
    public void Options_SchemaThatIsNoIdentifier_AreRefused(string schema) =>
        Assert.Contains("Schema", Assert.Single(Refusals(options => options.Schema = schema)), StringComparison.Ordinal);

    [Theory]
    [InlineData("web hooks")]
    [InlineData("a_prefix_that_is_longer_than_forty_characters")]
    public void Options_PrefixThatIsNoIdentifier_AreRefused(string prefix) =>
        Assert.Contains("TablePrefix", Assert.Single(Refusals(options => options.TablePrefix = prefix)), StringComparison.Ordinal);

    [Fact]
    public void Options_TimesOutOfBounds_AreRefusedTogether() => Assert.Equal(3, Refusals(options =>
    {
        options.Retention = TimeSpan.Zero;
        options.PurgeInterval = TimeSpan.FromSeconds(-1);
        options.SendRetention = TimeSpan.FromDays(6.9);
    }).Count());

    [Fact]
    public async Task Options_EdgesOfWhatIsAllowed_Pass()
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(Nowhere);

        await using PostgreSqlWebhookStore store = new(source, new()
        {
            Schema = "_Shop1",
            TablePrefix = "",
            Retention = TimeSpan.FromDays(3650),
            PurgeInterval = Timeout.InfiniteTimeSpan,
        });

        Assert.Contains("\"_Shop1\".\"events\"", store.CreateTablesScript, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Refusals(Action<PostgreSqlOptions> configure)
    {
        ServiceCollection services = new();
        Builder(services).UsePostgreSql(Nowhere, configure);
        using ServiceProvider provider = services.BuildServiceProvider();
        OptionsValidationException fromServices = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IWebhookStore>);

        PostgreSqlOptions options = new();
        configure(options);
        using NpgsqlDataSource source = NpgsqlDataSource.Create(Nowhere);
        OptionsValidationException byHand = Assert.Throws<OptionsValidationException>(() => new PostgreSqlWebhookStore(source, options));
        Assert.Equal(byHand.Failures, fromServices.Failures);
        return byHand.Failures;
    }

    private static ServiceProvider WebhooksAlone(TestDatabase database, bool? migrates)
    {
        ServiceCollection services = new();
        Builder(services).UsePostgreSql(
            database.ConnectionString, options => (options.Schema, options.MigrateAtStart) = (database.Options.Schema, migrates));
        return services.BuildServiceProvider();
    }

    /// <summary>Starts what a host starts.</summary>
    private static async Task StartAsync(ServiceProvider app)
    {
        foreach (IHostedService service in app.GetServices<IHostedService>())
        {
            await service.StartAsync(Cancel);
        }
    }

    private static WhatsCommerceWebhooksBuilder Builder(ServiceCollection services) =>
        services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add("0123456789abcdef"));
}
