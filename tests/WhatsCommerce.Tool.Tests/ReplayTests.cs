using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tool.Tests;

/// <summary>Dead letters and saved bodies, once more.</summary>
public sealed class ReplayTests : ToolTest
{
    private const string Body =
        """{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":"""
            + """{"messaging_product":"whatsapp","metadata":{"display_phone_number":"1","phone_number_id":"2"},"contacts":"""
            + """[{"wa_id":"16505551234"}],"messages":"""
            + """[{"from":"16505551234","id":"wamid.saved","timestamp":"1700000000","type":"text","text":{"body":"Saved"}}]}}]}]}""";

    [Fact]
    public async Task Replay_FileAndFolder_ArePostedSigned()
    {
        string app = await StartAppAsync();
        Directory.CreateDirectory(Path.Combine(Folder, "bodies"));
        await FileAsync("bodies/one.json", Body);
        string other = await FileAsync("other.json", Body.Replace("wamid.saved", "wamid.other", StringComparison.Ordinal));

        using CommandRun run = await CommandRun.RunAsync("replay", Path.Combine(Folder, "bodies"), other, "--to", app, "--json");

        run.Ended(0);
        Assert.Equal(2, run.Json.Count);
        Assert.Equal(["wamid.other", "wamid.saved"], Events.OfType<TextEvent>().Select(text => text.Id.Value!).Order());
    }

    [Fact]
    public async Task Replay_StandardInput_IsPosted()
    {
        string app = await StartAppAsync();

        using CommandRun run = await CommandRun.WithInputAsync(Body, "replay", "-", "--to", app);

        Assert.Contains("delivered  -  200", run.Ended(0).Output, StringComparison.Ordinal);
        Assert.Contains("1 delivered, 0 not.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_TooLargeAFile_IsNotRead()
    {
        string app = await StartAppAsync();
        string file = await FileAsync("large.json", new string(' ', (4 * 1024 * 1024) + 1));

        using CommandRun run = await CommandRun.RunAsync("replay", file, "--to", app);

        Assert.Contains("more than 4,194,304 bytes", run.Ended(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_NobodyAnswers_EndsWithOne()
    {
        using CommandRun run = await CommandRun.WithInputAsync(Body, "replay", "-", "--to", "http://127.0.0.1:1/hook");

        Assert.Contains("no response", run.Ended(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_DeadLettersOfAFile_ShowsThemWithoutTheirBodies()
    {
        await DieAsync(configure: null);

        using CommandRun run = await CommandRun.RunAsync("replay", "--dead-letters", Folder, "--list", "--json");
        using CommandRun table = await CommandRun.RunAsync("replay", "--dead-letters", Folder, "--list");

        run.Ended(0);
        Assert.Equal(
            ("record", "AttemptsExhausted"),
            (run.Json[0].GetProperty("handler").GetString(), run.Json[0].GetProperty("reason").GetString()));
        Assert.Contains("AttemptsExhausted  record", table.Ended(0).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("16505551234", run.Output + table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_DeadLettersOfAFileAndSettle_RemovesWhatIsTaken()
    {
        await DieAsync(configure: null);
        OnEvent = static _ => { };
        string app = await StartAppAsync(builder => builder.Services.AddSingletonStore(Path.Combine(Folder, "other.jsonl")));

        using CommandRun kept = await CommandRun.RunAsync("replay", "--dead-letters", Folder, "--to", app);
        using CommandRun settled = await CommandRun.RunAsync("replay", "--dead-letters", Folder, "--to", app, "--settle");
        using CommandRun list = await CommandRun.RunAsync("replay", "--dead-letters", Folder, "--list", "--json");

        Assert.Contains("The letters stay stored.", kept.Ended(0).Error, StringComparison.Ordinal);
        settled.Ended(0);
        Assert.Empty(list.Ended(0).Json);
        Assert.Equal("Closed", Assert.Single(Events.OfType<TextEvent>()).Text);
    }

    [Fact]
    public async Task Replay_SqliteAndSettle_LetsTheEventRunAgainAtTheAppItself()
    {
        string file = Path.Combine(Folder, "shop.db");
        string app = await DieAsync(webhooks => webhooks.UseSqlite($"Data Source={file}"), end: false);
        OnEvent = static _ => { };

        using CommandRun redelivered = await CommandRun.RunAsync("replay", "--sqlite", file, "--to", app);
        Assert.Empty(Events);
        using CommandRun settled = await CommandRun.RunAsync("replay", "--sqlite", file, "--to", app, "--settle");
        using CommandRun list = await CommandRun.RunAsync("replay", "--sqlite", file, "--list", "--json");

        redelivered.Ended(0);
        settled.Ended(0);
        Assert.Equal("Closed", Assert.Single(Events.OfType<TextEvent>()).Text);
        Assert.Empty(list.Ended(0).Json);
    }

    [Fact]
    public async Task Replay_PostgreSqlAndSettle_LetsTheEventRunAgainAtTheAppItself()
    {
        string? connection = Environment.GetEnvironmentVariable("WHATSCOMMERCE_TEST_POSTGRESQL");
        Assert.SkipWhen(string.IsNullOrEmpty(connection), "There is no PostgreSQL here: WHATSCOMMERCE_TEST_POSTGRESQL is not set.");
        string schema = $"tool_{Guid.NewGuid():N}";
        string app = await DieAsync(
            webhooks => webhooks.UsePostgreSql(
                connection!,
                options =>
                {
                    options.Schema = schema;
                    options.MigrateAtStart = true;
                }),
            end: false);
        OnEvent = static _ => { };
        (string, string)[] variables = [("WHATSCOMMERCE_POSTGRESQL", connection!)];

        using CommandRun settled = await CommandRun.WithAsync(
            variables, "replay", "--postgresql", "--schema", schema, "--to", app, "--settle");
        using CommandRun list = await CommandRun.WithAsync(variables, "replay", "--postgresql", "--schema", schema, "--list", "--json");

        settled.Ended(0);
        Assert.Equal("Closed", Assert.Single(Events.OfType<TextEvent>()).Text);
        Assert.Empty(list.Ended(0).Json);
        await EndAppsAsync();
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(connection!);
        await using NpgsqlCommand drop = source.CreateCommand($"drop schema {schema} cascade");
        await drop.ExecuteNonQueryAsync(Token);
    }

    [Theory]
    [InlineData("Host=db;Password=a;hunter22=b")]
    [InlineData("postgres://shop:hunter22@db.example.com/shop")]
    public async Task Replay_ConnectionStringThatIsNone_ShowsNothingOfIt(string connection)
    {
        using CommandRun list = await CommandRun.WithAsync(
            [("WHATSCOMMERCE_POSTGRESQL", connection)], "replay", "--postgresql", "--list");

        Assert.Contains("The connection string cannot be read", list.Ended(2).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter22", list.Output + list.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_SettleAndTheHandlerFailsAgain_KeepsTheLetterAndTheEventDead()
    {
        string file = Path.Combine(Folder, "shop.db");
        string app = await DieAsync(webhooks => webhooks.UseSqlite($"Data Source={file}"), end: false);

        using CommandRun failed = await CommandRun.RunAsync("replay", "--sqlite", file, "--to", app, "--settle");
        OnEvent = static _ => { };
        using CommandRun redelivered = await CommandRun.RunAsync("replay", "--sqlite", file, "--to", app);
        using CommandRun list = await CommandRun.RunAsync("replay", "--sqlite", file, "--list", "--json");

        Assert.StartsWith("failed ", failed.Ended(1).Output, StringComparison.Ordinal);
        redelivered.Ended(0);
        Assert.Single(list.Ended(0).Json);
        Assert.Empty(Events);
    }

    [Fact]
    public async Task Replay_IdThatIsNotThere_EndsWithOne()
    {
        await DieAsync(configure: null);

        using CommandRun run = await CommandRun.RunAsync(
            "replay", "--dead-letters", Folder, "--id", "nobody", "--to", "http://127.0.0.1:1/hook");

        Assert.Contains("There is no dead letter nobody.", run.Ended(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_FileThatIsNoDatabase_EndsWithThree()
    {
        string file = await FileAsync("shop.db", "This is no database, however long it may be, and it goes on for a while yet.");

        using CommandRun run = await CommandRun.RunAsync("replay", "--sqlite", file, "--list");

        Assert.Contains("cannot be read", run.Ended(3).Error, StringComparison.Ordinal);
    }

    // An app whose handler fails at the only attempt that it has.
    private async Task<string> DieAsync(Action<WhatsCommerceWebhooksBuilder>? configure, bool end = true)
    {
        OnEvent = static _ => throw new InvalidOperationException("the shop is closed");
        string app = await StartAppAsync(configure);
        using CommandRun run = await CommandRun.RunAsync("trigger", "text", "Closed", "--to", app);
        if (end)
        {
            await EndAppsAsync();
        }

        return app;
    }
}
