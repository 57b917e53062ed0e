using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>Handlers see one key for one customer.</summary>
public sealed class CustomerKeyTests
{
    private readonly ConcurrentQueue<(string What, CustomerKey Key)> _seen = new();

    private CustomerKey[] Keys => [.. _seen.Select(seen => seen.Key)];

    [Fact]
    public async Task CustomerKey_NumberUserIdOrBoth_IsTheSame()
    {
        await using Receiver receiver = Start();

        await receiver.Deliver(Deliveries.TextsOf(
            ("1", "525512345678", "MX.1"), ("2", "5215512345678", null), ("3", null, "MX.1"), ("4", "525512345678", null)));

        Assert.True(Assert.Single(Keys.Distinct()).HasValue);
    }

    [Fact]
    public async Task CustomerKey_SeveralHandlersAndAttempts_IsTheSame()
    {
        await using Receiver receiver = Start(webhooks => webhooks.Handle<TextEvent, WebhookContext>("second", (_, context, _) =>
        {
            _seen.Enqueue(("second", context.CustomerKey));
            return context.Attempt == 1 ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask;
        }));

        await receiver.Deliver(Deliveries.TextsOf(("1", "49151", "DE.1")));
        await receiver.Deliver(Deliveries.TextsOf(("1", "49151", "DE.1")));

        Assert.Equal(3, Keys.Length);
        Assert.True(Assert.Single(Keys.Distinct()).HasValue);
    }

    [Fact]
    public async Task CustomerKey_EventOfNoCustomer_IsAbsent()
    {
        await using Receiver receiver = Start();

        await receiver.Deliver(Deliveries.OfAccount("7", "1"));

        Assert.Equal([default], Keys);
    }

    [Fact]
    public async Task CustomerKey_OtherAccountOrEndpoint_IsAnother()
    {
        await using Receiver receiver = Start(webhooks => AddEndpoint(webhooks, "other"));

        await receiver.Deliver(Deliveries.TextsOf(("1", "49151", "DE.1")));
        await receiver.Deliver(OfOtherAccount(Deliveries.TextsOf(("2", "49151", "DE.1"))));
        await Deliver(receiver, Deliveries.TextsOf(("3", "49151", "DE.1")), "other");

        Assert.Equal(3, Keys.Distinct().Count());
    }

    [Fact]
    public async Task CustomerKey_EndpointsAndAccountsOfOneScope_IsTheSame()
    {
        await using Receiver receiver = Start(
            webhooks => AddEndpoint(webhooks, "other", options => options.CustomerScope = "my business"),
            options => options.CustomerScope = "my business");

        await receiver.Deliver(Deliveries.TextsOf(("1", "49151", "DE.1")));
        await receiver.Deliver(OfOtherAccount(Deliveries.TextsOf(("2", "49151", null))));
        await Deliver(receiver, Deliveries.TextsOf(("3", null, "DE.1")), "other");

        Assert.Equal(3, Keys.Length);
        Assert.Single(Keys.Distinct());
    }

    [Fact]
    public async Task CustomerKey_AccountThatLooksLikeAnotherEndpointsScope_IsAnother()
    {
        await using Receiver receiver = Start(webhooks => AddEndpoint(webhooks, "other"));

        await Deliver(receiver, Deliveries.TextsOf(("1", "49151", "DE.1")), "other");
        await receiver.Deliver(OfOtherAccount(Deliveries.TextsOf(("2", "49151", "DE.1")), "other/102290129340398"));

        Assert.Equal(2, Keys.Distinct().Count());
    }

    [Fact]
    public async Task CustomerKey_AfterAChangeThatNoHandlerTook_IsTheSame()
    {
        await using Receiver receiver = Start();

        await receiver.Deliver(Deliveries.TextsOf(("1", "49151", "DE.1")));
        WebhookResponse answer = await receiver.Deliver(Change());
        await receiver.Deliver(Deliveries.TextsOf(("3", "49152", "DE.2"), ("4", "49151", null)));

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(3, Keys.Length);
        Assert.Single(Keys.Distinct());
    }

    [Fact]
    public async Task CustomersMerged_RevealedByAnEvent_IsToldBeforeItsHandlerRuns()
    {
        await using Receiver receiver = Start(webhooks =>
        {
            webhooks.Services.AddSingleton(_seen);
            webhooks.AddCustomersMergedHandler<Carts>().AddCustomersMergedHandler<Carts>();
        });

        await receiver.Deliver(Deliveries.TextsOf(("1", "49151", null), ("2", null, "DE.1"), ("3", "49151", "DE.1")));

        // Until the third one they are two customers, who do not wait for each other.
        string[] told = [.. _seen.Select(seen => seen.What)];
        Assert.Equal(["1", "2"], told[..2].Order());
        Assert.Equal(["merged", "3"], told[2..]);
        Assert.Contains(Keys[2], Keys[..2]);
        Assert.Contains(Keys[3], Keys[..2]);
        Assert.NotEqual(Keys[2], Keys[3]);
    }

    [Fact]
    public async Task ProcessAsync_IdentitiesFail_HandlerDoesNotRunAndTheDeliveryComesAgain()
    {
        FailingIdentities identities = new();
        await using Receiver receiver =
            Start(webhooks => webhooks.Services.Replace(ServiceDescriptor.Singleton<ICustomerIdentities>(identities)));

        WebhookResponse failed = await receiver.Deliver(Deliveries.TextsOf(("1", "49151", "DE.1")));
        bool ran = !_seen.IsEmpty;
        identities.IsBroken = false;
        WebhookResponse handled = await receiver.Deliver(Deliveries.TextsOf(("1", "49151", "DE.1")));

        Assert.Equal((500, 200), (failed.StatusCode, handled.StatusCode));
        Assert.False(ran);
        Assert.Equal([new CustomerKey("found")], Keys);
    }

    [Fact]
    public async Task ProcessAsync_IdentitiesFailForever_GivesTheEventUp()
    {
        await using Receiver receiver = Start(
            webhooks => webhooks.Services.Replace(ServiceDescriptor.Singleton<ICustomerIdentities>(new FailingIdentities())),
            options => options.MaxAttempts = 2);

        await receiver.Deliver(Deliveries.TextsOf(("1", "49151", "DE.1")));
        WebhookResponse answer = await receiver.Deliver(Deliveries.TextsOf(("1", "49151", "DE.1")));

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(1, await receiver.Letters.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ProcessAsync_ChangeCannotBeRemembered_ComesAgain()
    {
        FailingIdentities identities = new();
        await using Receiver receiver =
            Start(webhooks => webhooks.Services.Replace(ServiceDescriptor.Singleton<ICustomerIdentities>(identities)));

        Assert.Equal(500, (await receiver.Deliver(Change())).StatusCode);
        identities.IsBroken = false;
        Assert.Equal(200, (await receiver.Deliver(Change())).StatusCode);
    }

    private static byte[] Change() => System.Text.Encoding.ASCII.GetBytes("""
        {"object":"whatsapp_business_account",
        "entry":[{"id":"102290129340398","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"106540352242922"},
        "messages":[{"id":"c","from":"49151","timestamp":"1767225601","type":"system",
        "system":{"type":"user_changed_number","body":"...","wa_id":"49152","user_id":"DE.2","previous_user_id":"DE.1"}}]}}]}]}
        """);

    private static byte[] OfOtherAccount(byte[] body, string account = "999999999999999") => System.Text.Encoding.ASCII.GetBytes(
        System.Text.Encoding.ASCII.GetString(body).Replace("102290129340398", account, StringComparison.Ordinal));

    private static Task<WebhookResponse> Deliver(Receiver receiver, byte[] body, string endpoint) => receiver.Processor.ProcessAsync(
        body,
        WebhookSignature.Compute(body, Receiver.Secret),
        new WebhookRequestOptions { EndpointName = endpoint },
        TestContext.Current.CancellationToken);

    private Receiver Start(Action<WhatsCommerceWebhooksBuilder>? add = null, Action<WebhookOptions>? configure = null) => new(
        webhooks =>
        {
            Note(webhooks);
            add?.Invoke(webhooks);
        },
        configure);

    private void AddEndpoint(WhatsCommerceWebhooksBuilder webhooks, string name, Action<WebhookOptions>? configure = null) =>
        Note(webhooks.Services.AddWhatsCommerceWebhooks(name, options =>
        {
            options.AppSecrets = [Receiver.Secret];
            configure?.Invoke(options);
        }));

    private void Note(WhatsCommerceWebhooksBuilder webhooks) => webhooks
        .Handle<TextEvent, WebhookContext>("texts", (text, context, _) => Note(text.Id.Value!, context))
        .Handle<UnknownEvent, WebhookContext>("account", (_, context, _) => Note("account", context));

    private Task Note(string what, WebhookContext context)
    {
        _seen.Enqueue((what, context.CustomerKey));
        return Task.CompletedTask;
    }

    private sealed class Carts(ConcurrentQueue<(string What, CustomerKey Key)> seen) : ICustomersMergedHandler
    {
        public Task HandleAsync(CustomersMerged merged, CancellationToken cancellationToken)
        {
            seen.Enqueue(("merged", merged.Merged));
            return Task.CompletedTask;
        }
    }

    private sealed class FailingIdentities : ICustomerIdentities
    {
        public bool IsBroken { get; set; } = true;

        public ValueTask<CustomerKey> ResolveAsync(CustomerIdentity identity, CancellationToken cancellationToken = default) =>
            IsBroken ? throw new InvalidOperationException("The database is down.") : new(new CustomerKey("found"));

        public ValueTask<CustomerKey> FindAsync(CustomerIdentity identity, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public ValueTask<CustomerKey> GetCurrentAsync(CustomerKey key, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public ValueTask DeleteAsync(CustomerKey key, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
