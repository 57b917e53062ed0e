using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Tenants;

/// <summary>Whose secret opens the door to whose events.</summary>
public sealed class TenantDeliveryTests
{
    private const string Provider = "secret-of-the-provider";

    private static TenantTable Two()
    {
        TenantTable tenants = new();
        tenants.Set(TenantTable.Make(1, "secret-1"));
        tenants.Set(TenantTable.Make(2, "secret-2"));
        return tenants;
    }

    [Fact]
    public async Task Post_SignedByTheTenantsOwnSecret_RunsForThatTenant()
    {
        await using TenantSite site = await TenantSite.StartAsync(Two());

        HttpStatusCode status = await site.Deliver(TenantBodies.Text(2, "wamid.1"), "secret-2");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal([("tenant-2", "wamid.1")], site.Handled);
    }

    [Theory]
    [InlineData("secret-1")]
    [InlineData("secret-3")]
    public async Task Post_SignedByASecretOfNoAccountInTheBody_Is401(string secret)
    {
        await using TenantSite site = await TenantSite.StartAsync(Two());

        HttpStatusCode status = await site.Deliver(TenantBodies.Text(2, "wamid.1"), secret);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Empty(site.Handled);
    }

    [Fact]
    public async Task Post_TenantSignsEventsOfAnother_RunsOnlyItsOwnAndIs200()
    {
        await using TenantSite site = await TenantSite.StartAsync(Two());

        HttpStatusCode status = await site.Deliver(
            TenantBodies.Texts((2, 2, "wamid.foreign"), (1, 1, "wamid.own"), (1, 2, "wamid.mixed"), (2, 1, "wamid.mixed2")), "secret-1");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal([("tenant-1", "wamid.own")], site.Handled);
        Assert.Contains(site.Site.Logs.OfSdk, entry => entry.Id == 172 && entry.Text.Contains("3 of 4", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_SecretThatTwoTenantsShare_CoversBoth()
    {
        TenantTable tenants = new();
        tenants.Set(TenantTable.Make(1, "shared"));
        tenants.Set(TenantTable.Make(2, "shared"));
        await using TenantSite site = await TenantSite.StartAsync(tenants);

        await site.Deliver(TenantBodies.Texts((1, 1, "wamid.1"), (2, 2, "wamid.2")), "shared");

        Assert.Equal([("tenant-1", "wamid.1"), ("tenant-2", "wamid.2")], site.Handled.Order());
    }

    [Fact]
    public async Task Post_SecretOfTheEndpoint_CoversEveryTenant()
    {
        await using TenantSite site = await TenantSite.StartAsync(Two(), appSecrets: [Provider]);

        await site.Deliver(TenantBodies.Texts((1, 1, "wamid.1"), (2, 2, "wamid.2")), Provider);

        Assert.Equal([("tenant-1", "wamid.1"), ("tenant-2", "wamid.2")], site.Handled.Order());
    }

    [Fact]
    public async Task Post_NumberOfNobody_IsCountedAnd200()
    {
        await using TenantSite site = await TenantSite.StartAsync(Two(), appSecrets: [Provider]);

        HttpStatusCode status = await site.Deliver(TenantBodies.Texts((3, 3, "wamid.3"), (1, 3, "wamid.4"), (1, 1, "wamid.1")), Provider);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal([("tenant-1", "wamid.1")], site.Handled);
    }

    [Fact]
    public async Task Post_NumberOfNobodyIsRefused_RunsTheOthersAndIs403UntilTheTenantIsKnown()
    {
        TenantTable tenants = Two();
        await using TenantSite site = await TenantSite.StartAsync(
            tenants,
            appSecrets: [Provider],
            configure: options =>
            {
                options.ForeignEvents = ForeignEvents.Refuse;
                options.UnknownCacheTime = TimeSpan.Zero;
            });
        byte[] body = TenantBodies.Texts((3, 3, "wamid.3"), (1, 1, "wamid.1"));

        HttpStatusCode first = await site.Deliver(body, Provider);
        tenants.Set(TenantTable.Make(3));
        HttpStatusCode second = await site.Deliver(body, Provider);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (first, second));
        Assert.Equal([("tenant-1", "wamid.1"), ("tenant-3", "wamid.3")], site.Handled);
    }

    [Fact]
    public async Task Post_AddressOfATenant_TriesItsSecretsOnly()
    {
        await using TenantSite site = await TenantSite.StartAsync(Two());

        HttpStatusCode own = await site.Deliver(TenantBodies.Text(1, "wamid.1"), "secret-1", "tenant-1");
        HttpStatusCode other = await site.Deliver(TenantBodies.Text(2, "wamid.2"), "secret-2", "tenant-1");
        HttpStatusCode nobody = await site.Deliver(TenantBodies.Text(1, "wamid.3"), "secret-1", "tenant-9");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (own, other, nobody));
        Assert.Equal([("tenant-1", "wamid.1")], site.Handled);
    }

    [Theory]
    [InlineData("secret-1")]
    [InlineData(Provider)]
    public async Task Post_AddressOfATenant_RunsNoEventOfAnother(string secret)
    {
        await using TenantSite site = await TenantSite.StartAsync(Two(), appSecrets: [Provider]);

        await site.Deliver(TenantBodies.Texts((1, 1, "wamid.1"), (2, 2, "wamid.2")), secret, "tenant-1");

        Assert.Equal([("tenant-1", "wamid.1")], site.Handled);
    }

    [Theory]
    [InlineData("tenant-1", "token-of-1", HttpStatusCode.OK)]
    [InlineData("tenant-1", "token-of-2", HttpStatusCode.Forbidden)]
    [InlineData("tenant-1", WebhookSite.VerifyToken, HttpStatusCode.Forbidden)]
    [InlineData("tenant-9", WebhookSite.VerifyToken, HttpStatusCode.Forbidden)]
    public async Task Get_AddressOfATenant_WantsItsVerifyToken(string tenant, string token, HttpStatusCode expected)
    {
        await using TenantSite site = await TenantSite.StartAsync(Two());

        using HttpResponseMessage response = await site.Site.Client.GetAsync(
            new Uri($"/of/{tenant}?hub.mode=subscribe&hub.challenge=42&hub.verify_token={token}", UriKind.Relative),
            TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Get_AddressOfAll_WantsTheTokenOfTheOptions()
    {
        await using TenantSite site = await TenantSite.StartAsync(Two());

        string challenge = await site.Site.Client.GetStringAsync(
            new Uri($"{WebhookSite.Path}?hub.mode=subscribe&hub.challenge=42&hub.verify_token={WebhookSite.VerifyToken}", UriKind.Relative),
            TestContext.Current.CancellationToken);

        Assert.Equal("42", challenge);
    }

    [Fact]
    public async Task Post_DirectoryFails_Is500AndRunsWhenItIsBack()
    {
        TenantTable tenants = Two();
        await using TenantSite site = await TenantSite.StartAsync(tenants);
        tenants.Fault = new InvalidOperationException("The database is down.");

        HttpStatusCode first = await site.Deliver(TenantBodies.Text(1, "wamid.1"), "secret-1");
        tenants.Fault = null;
        HttpStatusCode second = await site.Deliver(TenantBodies.Text(1, "wamid.1"), "secret-1");

        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.OK), (first, second));
        Assert.Single(site.Handled);
    }

    [Fact]
    public async Task Post_ManyDeliveriesOfATenant_AskTheDirectoryTwice()
    {
        FakeTimeProvider time = new();
        TenantTable tenants = Two();
        await using TenantSite site = await TenantSite.StartAsync(tenants, time: time);

        for (int i = 0; i < 20; i++)
        {
            await site.Deliver(TenantBodies.Text(1, $"wamid.{i}"), "secret-1");
        }

        // By its account, for the secrets, and by its number, for the event.
        Assert.Equal((20, 2), (site.Handled.Count, tenants.Questions));
    }

    [Fact]
    public async Task Post_HeaderThatCannotBeRight_AsksNobody()
    {
        TenantTable tenants = Two();
        await using TenantSite site = await TenantSite.StartAsync(tenants);

        HttpStatusCode status = await site.Site.Deliver(TenantBodies.Text(1, "wamid.1"), "sha256=nonsense");

        Assert.Equal((HttpStatusCode.Unauthorized, 0), (status, tenants.Questions));
    }

    [Fact]
    public async Task Post_SecretIsRotated_TakesTheNewOneAtOnceAndTheOldOneUntilItsEnd()
    {
        FakeTimeProvider time = new();
        TenantTable tenants = Two();
        await using TenantSite site = await TenantSite.StartAsync(
            tenants, time: time, configure: options => options.CacheTime = TimeSpan.FromDays(1));
        await site.Deliver(TenantBodies.Text(1, "wamid.1"), "secret-1");

        tenants.Set(TenantTable.Make(1, "secret-1-new", new TenantSecret("secret-1", time.GetUtcNow().AddMinutes(10))));
        time.Advance(TimeSpan.FromSeconds(2));
        HttpStatusCode anew = await site.Deliver(TenantBodies.Text(1, "wamid.2"), "secret-1-new");
        HttpStatusCode old = await site.Deliver(TenantBodies.Text(1, "wamid.3"), "secret-1");
        time.Advance(TimeSpan.FromMinutes(10));
        HttpStatusCode over = await site.Deliver(TenantBodies.Text(1, "wamid.4"), "secret-1");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Unauthorized), (anew, old, over));
        Assert.Equal(["wamid.1", "wamid.2", "wamid.3"], site.Handled.Select(one => one.Id));
    }

    [Fact]
    public async Task Post_WrongSignaturesOfATenant_AskTheDirectoryAtMostOnceASecond()
    {
        FakeTimeProvider time = new();
        TenantTable tenants = Two();
        await using TenantSite site = await TenantSite.StartAsync(tenants, time: time);

        for (int i = 0; i < 20; i++)
        {
            await site.Deliver(TenantBodies.Text(1, "wamid.1"), "wrong");
        }

        Assert.Equal(1, tenants.Questions);
    }

    [Fact]
    public async Task Post_TenantIsGoneWhenTheQueueRunsItsEvent_IsKeptAndReplayedWhenItIsBack()
    {
        TenantTable tenants = Two();
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using TenantSite site = await TenantSite.StartAsync(
            tenants,
            webhooks =>
            {
                webhooks.Services.AddSingleton<IDeliveryQueue, MemoryDeliveryQueue>();
                webhooks.Services.Configure<WebhookOptions>(options => options.MaxAttempts = 1);
                webhooks.UseDeliveryQueue(options => options.RetryDelay = TimeSpan.Zero).AddBehavior(async (_, next, cancellationToken) =>
                {
                    begun.TrySetResult();
                    await gate.Task.WaitAsync(cancellationToken);
                    await next(cancellationToken);
                });
            },
            options => (options.CacheTime, options.UnknownCacheTime) = (TimeSpan.Zero, TimeSpan.Zero));
        await site.Deliver(TenantBodies.Text(1, "wamid.1"), "secret-1");
        await site.Deliver(TenantBodies.Text(1, "wamid.2"), "secret-1");

        await Patiently.Wait(begun.Task);
        tenants.Remove("tenant-1");
        gate.SetResult();
        await Patiently.Until(() => site.Site.Letters.All.Count == 1);
        tenants.Set(TenantTable.Make(1, "secret-1"));
        await foreach (ReplayResult result in site.Site.App.Services.GetRequiredService<DeadLetterQueue>()
            .ReplayAllAsync(TestContext.Current.CancellationToken))
        {
            Assert.Equal(ReplayOutcome.Handled, result.Outcome);
        }

        Assert.Equal([("tenant-1", "wamid.1"), ("tenant-1", "wamid.2")], site.Handled);
    }
}
