using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Tenants;

/// <summary>Handlers that are bound to a number, an account or a tenant.</summary>
public sealed class BindingTests
{
    private const string Provider = "secret-of-the-provider";

    private sealed class Shop(string id) : WhatsCommerceTenant(id)
    {
        public string Plan { get; set; } = "basic";
    }

    private static Task<WebhookSite> StartAsync(Action<WhatsCommerceWebhooksBuilder> add) =>
        WebhookSite.StartAsync(add, options => options.AppSecrets = [Provider]);

    private static Func<TextEvent, CancellationToken, Task> Into(List<string> ran, string name) => (text, _) =>
    {
        lock (ran)
        {
            ran.Add($"{name} {text.Id.Value}");
        }

        return Task.CompletedTask;
    };

    private static async Task DeliverAsync(WebhookSite site, byte[] body) =>
        Assert.Equal(System.Net.HttpStatusCode.OK, await site.Deliver(body, WebhookSignature.Compute(body, Provider)));

    [Fact]
    public async Task ForNumber_EventsOfSeveralNumbers_RunsForItsOwn()
    {
        List<string> ran = [];
        await using WebhookSite site = await StartAsync(webhooks => webhooks
            .ForNumber(TenantTable.NumberOf(1), berlin => berlin.Handle("berlin", Into(ran, "berlin")))
            .ForNumber(TenantTable.NumberOf(2), lisbon => lisbon.Handle("lisbon", Into(ran, "lisbon")))
            .Handle("all", Into(ran, "all")));

        await DeliverAsync(site, TenantBodies.Text(1, "wamid.1"));
        await DeliverAsync(site, TenantBodies.Text(2, "wamid.2"));
        await DeliverAsync(site, TenantBodies.Text(3, "wamid.3"));

        Assert.Equal(["berlin wamid.1", "all wamid.1", "lisbon wamid.2", "all wamid.2", "all wamid.3"], ran);
    }

    [Fact]
    public async Task ForBusinessAccount_WithinForNumber_RunsWhereBothFit()
    {
        List<string> ran = [];
        await using WebhookSite site = await StartAsync(webhooks => webhooks.ForBusinessAccount(
            TenantTable.AccountOf(1),
            account => account.Handle("account", Into(ran, "account"))
                .ForNumber(TenantTable.NumberOf(2), number => number.Handle("number", Into(ran, "number")))));

        await DeliverAsync(site, TenantBodies.Texts((1, 1, "wamid.1")));
        await DeliverAsync(site, TenantBodies.Texts((1, 2, "wamid.2")));
        await DeliverAsync(site, TenantBodies.Texts((2, 2, "wamid.3")));

        Assert.Equal(["account wamid.1", "account wamid.2", "number wamid.2"], ran);
    }

    [Fact]
    public async Task ForNumber_Behavior_WrapsTheHandlersOfThatNumberOnly()
    {
        List<string> ran = [];
        int wrapped = 0;
        await using WebhookSite site = await StartAsync(webhooks => webhooks
            .ForNumber(TenantTable.NumberOf(1), berlin => berlin.AddBehavior((_, next, cancellationToken) =>
            {
                wrapped++;
                return next(cancellationToken);
            }))
            .Handle("all", Into(ran, "all")));

        await DeliverAsync(site, TenantBodies.Text(1, "wamid.1"));
        await DeliverAsync(site, TenantBodies.Text(2, "wamid.2"));

        Assert.Equal((2, 1), (ran.Count, wrapped));
    }

    [Fact]
    public async Task ForTenants_PlanChangesAtRunTime_RunsForThoseThatHaveItThen()
    {
        List<string> ran = [];
        Shop one = new("one") { BusinessAccountIds = [TenantTable.AccountOf(1)], Plan = "premium" };
        Shop two = new("two") { BusinessAccountIds = [TenantTable.AccountOf(2)] };
        await using WebhookSite site = await StartAsync(webhooks => webhooks.UseTenants([one, two]).ForTenants(
            tenant => tenant is Shop { Plan: "premium" }, premium => premium.Handle("premium", Into(ran, "premium"))));

        await DeliverAsync(site, TenantBodies.Text(1, "wamid.1"));
        await DeliverAsync(site, TenantBodies.Text(2, "wamid.2"));
        two.Plan = "premium";
        await DeliverAsync(site, TenantBodies.Text(2, "wamid.3"));

        Assert.Equal(["premium wamid.1", "premium wamid.3"], ran);
    }

    [Fact]
    public async Task ForTenants_EndpointWithoutTenants_IsAnErrorAtStart()
    {
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => StartAsync(webhooks => webhooks.ForTenants(_ => true, all => all.Handle("all", Into([], "all")))));

        Assert.Contains("call UseTenants", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UseTenants_TwoOfTheSameId_Throws()
    {
        ServiceCollection services = new();
        WhatsCommerceWebhooksBuilder webhooks = services.AddWhatsCommerceWebhooks(options => options.AppSecrets = [Provider]);

        Assert.Throws<ArgumentException>(() => webhooks.UseTenants([new("one"), new("one")]));
    }

    [Theory]
    [InlineData("+16505551234")]
    [InlineData("")]
    public void ForNumberAndAccount_IdThatNoWebhookHas_Throw(string id)
    {
        WhatsCommerceWebhooksBuilder webhooks = new ServiceCollection().AddWhatsCommerceWebhooks(_ => { });

        Assert.StartsWith(
            "phoneNumberId is an id and must be digits only, as Meta's dashboard shows it; a phone number with + is not its id.",
            Assert.Throws<ArgumentException>(() => webhooks.ForNumber(id, _ => { })).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "businessAccountId is an id and must be digits only, as Meta's dashboard shows it.",
            Assert.Throws<ArgumentException>(() => webhooks.ForBusinessAccount(id, _ => { })).Message,
            StringComparison.Ordinal);
    }
}
