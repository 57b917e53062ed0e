using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>What the health check finds, and what it never tells.</summary>
public sealed class HealthTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("health-");

    private const string Name = "whatscommerce_webhooks";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_EverythingInOrder_IsHealthy()
    {
        await using WebhookSite site = await StartAsync();

        HealthReportEntry entry = await CheckAsync(site);
        string answer = await site.Client.GetStringAsync(new Uri("/health", UriKind.Relative), Cancellation);

        Assert.Equal((HealthStatus.Healthy, "Healthy"), (entry.Status, answer));
        Assert.Equal<KeyValuePair<string, object>>(
            [new("dead_letters", 0), new("endpoints", 2)], entry.Data.OrderBy(item => item.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Check_DeadLettersWait_IsDegradedWithTheirCountUntilTheyAreHandled()
    {
        await using WebhookSite site = await StartAsync();
        await site.Deliver(Deliveries.Malformed("wamid.1"), Sign(Deliveries.Malformed("wamid.1"), "secret-berlin"), "/berlin");
        await site.Deliver("[]"u8.ToArray(), Sign("[]"u8.ToArray(), "secret-lisbon"), "/lisbon");

        HealthReportEntry waiting = await CheckAsync(site);
        DeadLetterQueue office = site.App.Services.GetRequiredService<DeadLetterQueue>();
        await foreach (DeadLetter letter in office.ListAsync(Cancellation))
        {
            await office.RemoveAsync(letter.Id, Cancellation);
        }

        HealthReportEntry afterwards = await CheckAsync(site);
        Assert.Equal((HealthStatus.Degraded, 2, HealthStatus.Healthy), (waiting.Status, waiting.Data["dead_letters"], afterwards.Status));
        Assert.Contains("wait for somebody to look at them: 2", waiting.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_DeliveryQueueIsLate_IsDegradedUntilItHasCaughtUp()
    {
        FakeTimeProvider time = new();
        using MemoryDeliveryQueue queue = new(time);
        await using WebhookSite site = await StartAsync(services => services.AddSingleton<IDeliveryQueue>(queue));
        await queue.AppendAsync(
            [
                new()
                {
                    Conversation = Guid.NewGuid(),
                    Tenant = 1,
                    Lane = DeliveryLane.Messages,
                    EventId = Guid.NewGuid(),
                    EndpointName = "",
                    Body = new byte[] { 1 },
                },
            ],
            Cancellation);

        HealthReportEntry fresh = await CheckAsync(site);
        time.Advance(TimeSpan.FromMinutes(6));
        HealthReportEntry late = await CheckAsync(site);

        Assert.Equal(
            (HealthStatus.Healthy, 1L, HealthStatus.Degraded, 360L),
            (fresh.Status, fresh.Data["queue_depth"], late.Status, late.Data["queue_oldest_seconds"]));
        Assert.Contains("has been waiting for 360 s", late.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ForwardsWaitForTheirReceiver_TellsHowManyAndStaysHealthy()
    {
        FakeTimeProvider time = new();
        using MemoryDeliveryQueue queue = new(time);
        await using WebhookSite site = await StartAsync(services => services.AddSingleton<IDeliveryQueue>(queue));
        await queue.AppendAsync(
            [
                new()
                {
                    Conversation = Guid.NewGuid(),
                    Tenant = 1,
                    Lane = DeliveryLane.Forwards,
                    EventId = Guid.NewGuid(),
                    EndpointName = "forward:erp",
                    Body = new byte[] { 1 },
                },
            ],
            Cancellation);
        time.Advance(TimeSpan.FromHours(1));

        HealthReportEntry entry = await CheckAsync(site);

        Assert.Equal((HealthStatus.Healthy, 1L, 0L), (entry.Status, entry.Data["forwards_waiting"], entry.Data["queue_depth"]));
    }

    [Fact]
    public async Task Check_UnreadableLineInTheFile_IsDegraded()
    {
        await using WebhookSite site = await StartAsync();
        FileDeadLetterStore file = (FileDeadLetterStore)site.App.Services.GetRequiredService<IDeadLetterStore>();
        await File.WriteAllTextAsync(file.Path, "no letter\n", Cancellation);

        HealthReportEntry entry = await CheckAsync(site);

        Assert.Equal((HealthStatus.Degraded, 1), (entry.Status, entry.Data["unreadable_lines"]));
    }

    [Fact]
    public async Task Check_SettingsOfOneEndpointWrong_IsUnhealthyAndNamesItWithoutItsSecrets()
    {
        await using WebhookSite site = await StartAsync();
        IConfigurationRoot configuration = (IConfigurationRoot)site.App.Configuration;
        configuration["lisbon:AppSecrets:0"] = "secret with blanks";

        // The framework itself throws here, in the face of whoever reloads; in an app that is the watcher of a file.
        Assert.Throws<AggregateException>(configuration.Reload);

        HealthReportEntry entry = await CheckAsync(site);

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Contains(
            "endpoint \"lisbon\" are wrong: lisbon.AppSecrets[0] must be the bare secret", entry.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("berlin", entry.Description, StringComparison.Ordinal);
        AssertHoldsNoSecret(entry);
    }

    [Fact]
    public async Task Check_StoreAndSinkFail_SaysBothAndNotWhatTheirErrorsSay()
    {
        await using WebhookSite site =
            await StartAsync(services => services.AddSingleton<IWebhookStore, DeadStore>().AddSingleton<IDeadLetterStore, DeadStore>());

        HealthReportEntry entry = await CheckAsync(site);
        using HttpResponseMessage answer = await site.Client.GetAsync(new Uri("/health", UriKind.Relative), Cancellation);

        Assert.Equal((HealthStatus.Unhealthy, HttpStatusCode.ServiceUnavailable), (entry.Status, answer.StatusCode));
        Assert.Equal(
            "The store of handled events does not answer (TimeoutException). Dead letters cannot be kept (TimeoutException).",
            entry.Description);
        AssertHoldsNoSecret(entry);
    }

    [Theory]
    [InlineData(64, HealthStatus.Degraded, "Handlers have been running for more than three leases: orders (1, the longest for 90 s).")]
    [InlineData(
        1,
        HealthStatus.Unhealthy,
        "No event can be handled at endpoint \"berlin\": handlers that may hang take all of its MaxConcurrency slots.")]
    public async Task Check_HandlerRunsForSomeLeases_NamesItAndIsUnhealthyOnceNoPlaceIsLeft(
        int places, HealthStatus expected, string description)
    {
        FakeTimeProvider time = new();
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WebhookSite site = await StartAsync(services => services
            .AddSingleton<TimeProvider>(time)
            .AddWhatsCommerceWebhooks("berlin", options => options.MaxConcurrency = places)
            .Handle<OrderEvent>("orders", (_, _) =>
            {
                begun.SetResult();
                return release.Task;
            }));
        byte[] body = Deliveries.Orders("wamid.1");
        Task<HttpStatusCode> delivery = site.Deliver(body, Sign(body, "secret-berlin"), "/berlin");
        await begun.Task.WaitAsync(Cancellation);

        HealthReportEntry early = await CheckAsync(site);
        time.Advance(TimeSpan.FromSeconds(90));
        HealthReportEntry late = await CheckAsync(site);
        release.SetResult();
        HttpStatusCode answer = await delivery;

        Assert.Equal((HealthStatus.Healthy, expected, 1, HttpStatusCode.OK), (early.Status, late.Status, late.Data["long_runs"], answer));
        Assert.Equal(description, late.Description);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(site)).Status);
    }

    [Fact]
    public async Task Check_FailureStatusGiven_IsThatStatus()
    {
        await using WebhookSite site = await StartAsync(
            services => services.AddSingleton<IWebhookStore, DeadStore>()
                .AddHealthChecks()
                .AddWhatsCommerceWebhooks("mine", HealthStatus.Degraded, ["ready"]));

        HealthReport report = await site.App.Services
            .GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(check => check.Tags.Contains("ready"), Cancellation);

        Assert.Equal(("mine", HealthStatus.Degraded), (report.Entries.Single().Key, report.Status));
    }

    [Fact]
    public async Task Check_WithoutWebhooks_SaysWhichCallIsMissing()
    {
        ServiceCollection services = new();
        services.AddLogging().AddHealthChecks().AddWhatsCommerceWebhooks();
        await using ServiceProvider provider = services.BuildServiceProvider();

        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancellation);

        Assert.Equal(HealthStatus.Unhealthy, report.Status);
        Assert.Contains("AddWhatsCommerceWebhooks(section)", report.Entries[Name].Description, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<WebhookSite> StartAsync(Action<IServiceCollection>? add = null) => WebhookSite.StartAsync(
        builder =>
        {
            foreach (string name in new[] { "berlin", "lisbon" })
            {
                builder.Configuration.AddInMemoryCollection(
                    [new($"{name}:AppSecrets:0", $"secret-{name}"), new($"{name}:VerifyToken", $"token-{name}")]);
                builder.Services.AddWhatsCommerceWebhooks(name, builder.Configuration.GetSection(name));
            }

            builder.Services.AddSingleton<IDeadLetterStore>(_ => new FileDeadLetterStore(Path.Combine(_folder.FullName, "letters.jsonl")));
            add?.Invoke(builder.Services);
            builder.Services.AddHealthChecks().AddWhatsCommerceWebhooks();
        },
        app =>
        {
            app.MapWhatsCommerceWebhooks("/berlin", "berlin");
            app.MapWhatsCommerceWebhooks("/lisbon", "lisbon");
            app.MapHealthChecks("/health");
        });

    private static string Sign(byte[] body, string secret) => WebhookSignature.Compute(body, secret);

    private static async Task<HealthReportEntry> CheckAsync(WebhookSite site) =>
        (await site.App.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancellation)).Entries[Name];

    private static void AssertHoldsNoSecret(HealthReportEntry entry)
    {
        string all = $"{entry.Description} {string.Join(' ', entry.Data.Select(item => $"{item.Key} {item.Value}"))}";
        Assert.DoesNotContain("secret-", all, StringComparison.Ordinal);
        Assert.DoesNotContain("token-", all, StringComparison.Ordinal);
        Assert.DoesNotContain("with blanks", all, StringComparison.Ordinal);
        Assert.DoesNotContain("password", all, StringComparison.Ordinal);
    }

    /// <summary>A store whose database is down, and says too much about it.</summary>
    private sealed class DeadStore : IWebhookStore, IDeadLetterStore
    {
        private static readonly TimeoutException Down = new("No answer from db.internal as shop with password secret-berlin");

        public ValueTask<WebhookClaim> TryBeginAsync(WebhookKey key, TimeSpan lease, CancellationToken cancellationToken = default) =>
            throw Down;

        public ValueTask<bool> CompleteAsync(WebhookClaim claim, CancellationToken cancellationToken = default) => throw Down;

        public ValueTask<bool> AbandonAsync(WebhookClaim claim, string error, CancellationToken cancellationToken = default) => throw Down;

        public ValueTask<bool> MarkDeadAsync(WebhookClaim claim, CancellationToken cancellationToken = default) => throw Down;

        public ValueTask<bool> RenewAsync(WebhookClaim claim, TimeSpan lease, CancellationToken cancellationToken = default) => throw Down;

        public ValueTask ReviveAsync(WebhookKey key, CancellationToken cancellationToken = default) => throw Down;

        public ValueTask CheckAsync(CancellationToken cancellationToken = default) => throw Down;

        public ValueTask AppendAsync(DeadLetter letter, CancellationToken cancellationToken = default) => throw Down;

        public IAsyncEnumerable<DeadLetter> ListAsync(CancellationToken cancellationToken = default) => throw Down;

        public ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken = default) => throw Down;

        public ValueTask<int> CountAsync(CancellationToken cancellationToken = default) => throw Down;
    }
}
