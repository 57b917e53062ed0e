using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Sdk.Sqlite.Tests;

/// <summary>The registration.</summary>
public sealed class UseSqliteTests : IDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private readonly TestFile _file = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task UseSqlite_BeforeOrAfterOtherStores_IsTheStoreOfEverything()
    {
        ServiceCollection services = new();
        services.AddSingleton<IWebhookStore>(_ => throw new InvalidOperationException());
        Builder(services).UseSqlite(_file.ConnectionString);
        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);

        Assert.IsType<SqliteWebhookStore>(Assert.Single(provider.GetServices<IWebhookStore>()));
        Assert.IsType<SqliteDeadLetterStore>(Assert.Single(provider.GetServices<IDeadLetterStore>()));
        Assert.IsType<SqliteCustomerIdentities>(Assert.Single(provider.GetServices<ICustomerIdentities>()));
        Assert.IsType<SqliteSendLedger>(Assert.Single(provider.GetServices<ISendLedger>()));
    }

    [Fact]
    public async Task UseSqlite_AllStores_WorkOnOneFileAndCloseItWithTheApp()
    {
        ServiceCollection services = new();
        Builder(services).UseSqlite(_file.ConnectionString, options => options.TablePrefix = "w_");
        SendIntent intent = new(new SendKey("1", "order-42"), "+16505551234", "Hello"u8);
        await using (ServiceProvider provider = services.BuildServiceProvider())
        {
            await provider.GetRequiredService<IWebhookStore>().TryBeginAsync(new("a", "b"), Lease, Cancel);
            await provider.GetRequiredService<ISendLedger>().TryBeginAsync(intent, Lease, Cancel);
            await provider.GetRequiredService<ICustomerIdentities>().ResolveAsync(new CustomerIdentity { UserId = "US.1" }, Cancel);
            Assert.Equal(0, await provider.GetRequiredService<IDeadLetterStore>().CountAsync(Cancel));
        }

        Assert.Equal(1, _file.Read<long>("select count(*) from w_events"));
        Assert.Equal(1, _file.Read<long>("select count(*) from w_sends"));
        Assert.Equal(1, _file.Read<long>("select count(*) from w_customers"));

        // Closed: the write-ahead log is gone.
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.GetDirectoryName(_file.ConnectionString["Data Source=".Length..])!),
            path => path.EndsWith("-wal", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nonsense", "it has no =; a name of the configuration is passed as configuration.GetConnectionString(name)")]
    [InlineData("sqlite://shop.db", "it is an address")]
    [InlineData(
        "Data Source=shop.db;Password=a;hunter22=b",
        "a key or a value of it is unknown; a value that has ; or = is written in quotes")]
    public void UseSqlite_ConnectionStringThatIsNone_SaysWhatIsWrongWithoutIt(string text, string found)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Builder(new ServiceCollection()).UseSqlite(text));

        Assert.Equal(
            $"The connection string cannot be read: {found}. It must be like \"Data Source=shop.db\". (Parameter 'connectionString')",
            exception.Message);
        Assert.Null(exception.InnerException);
    }

    [Fact]
    public async Task Start_FolderIsMissing_NamesIt()
    {
        string folder = Path.Combine(Path.GetDirectoryName(_file.ConnectionString["Data Source=".Length..])!, "missing");
        string file = Path.Combine(folder, "shop.db");
        HostApplicationBuilder app = Host.CreateEmptyApplicationBuilder(null);
        app.Services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add("0123456789abcdef"))
            .UseSqlite($"Data Source={file}");
        using IHost host = app.Build();

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Cancel));

        Assert.Equal(
            $"The SQLite file \"{file}\" cannot be opened: there is no folder \"{folder}\". Create it, or name another file in the "
                + "connection string.",
            exception.Message);
    }

    [Fact]
    public async Task Start_FileIsNoDatabase_NamesIt()
    {
        string file = _file.ConnectionString["Data Source=".Length..];
        await File.WriteAllTextAsync(file, new string('x', 5_000), Cancel);
        HostApplicationBuilder app = Host.CreateEmptyApplicationBuilder(null);
        app.Services.AddWhatsCommerceWebhooks(options => options.AppSecrets.Add("0123456789abcdef"))
            .UseSqlite(_file.ConnectionString);
        using IHost host = app.Build();

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Cancel));

        Assert.StartsWith(
            $"The tables of the database (Data Source={file}) could not be checked: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WebhooksAlone_MakesTheTables()
    {
        ServiceCollection services = new();
        Builder(services).UseSqlite(_file.ConnectionString);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await StartAsync(provider);

        Assert.Equal(0, _file.Read<long>("select count(*) from whatscommerce_events"));
    }

    [Fact]
    public async Task Start_FileThatCannotBeOpened_FailsAtOnce()
    {
        ServiceCollection services = new();
        Builder(services).UseSqlite("Data Source=/there/is/no/such/folder/shop.db");
        await using ServiceProvider provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(provider));
    }

    [Fact]
    public async Task AddWhatsCommerceSqlite_AppThatOnlySends_HasTheLedgerAndKeepsTheOtherStores()
    {
        ServiceCollection services = new();
        Builder(services);
        services.AddWhatsCommerceSqlite(_file.ConnectionString);
        await using ServiceProvider provider = services.BuildServiceProvider();

        Assert.IsType<SqliteSendLedger>(provider.GetRequiredService<ISendLedger>());
        Assert.IsType<MemoryWebhookStore>(provider.GetRequiredService<IWebhookStore>());
    }

    [Theory]
    [InlineData("web hooks")]
    [InlineData("a\"; drop table orders; --")]
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

    private IEnumerable<string> Refusals(Action<SqliteOptions> configure)
    {
        ServiceCollection services = new();
        Builder(services).UseSqlite(_file.ConnectionString, configure);
        using ServiceProvider provider = services.BuildServiceProvider();
        OptionsValidationException fromServices = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IWebhookStore>);

        SqliteOptions options = new();
        configure(options);
        OptionsValidationException byHand =
            Assert.Throws<OptionsValidationException>(() => new SqliteWebhookStore(_file.ConnectionString, options));
        Assert.Equal(byHand.Failures, fromServices.Failures);
        return byHand.Failures;
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
