using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>What stands around the handlers, and what a handler learns of its circumstances.</summary>
public class BehaviorTests
{
    private readonly List<string> _calls = [];

    [Fact]
    public async Task AddBehavior_Several_StandAroundEachRunTheFirstOutermost()
    {
        await using Receiver receiver = new(webhooks =>
        {
            webhooks.Services.AddSingleton(_calls);
            webhooks
                .Handle<OrderEvent>("one", (_, _) => Note("one"))
                .AddBehavior(async (context, next, cancellationToken) =>
                {
                    await Note($"outer {context.HandlerName}");
                    await next(cancellationToken);
                    await Note("/outer");
                })
                .AddBehavior<Inner>()
                .Handle<OrderEvent>("two", (_, _) => Note("two"));
        });

        WebhookResponse answer = await receiver.Deliver(Deliveries.Orders("1"));

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(["outer one", "inner 1", "one", "/inner", "/outer", "outer two", "inner 1", "two", "/inner", "/outer"], _calls);
    }

    [Fact]
    public async Task AddBehavior_ThatThrows_FailsTheRun()
    {
        await using Receiver receiver = new(webhooks => webhooks
            .AddBehavior((_, _, _) => throw new InvalidTimeZoneException())
            .Handle<OrderEvent>("orders", (_, _) => Note("orders")));

        WebhookResponse answer = await receiver.Deliver(Deliveries.Orders("1"));

        Assert.Equal(500, answer.StatusCode);
        Assert.Empty(_calls);
    }

    [Fact]
    public async Task AddBehavior_ThatDoesNotCallOn_SettlesTheEvent()
    {
        await using Receiver receiver = new(webhooks => webhooks
            .AddBehavior((context, next, cancellationToken) => context.Event is OrderEvent ? Task.CompletedTask : next(cancellationToken))
            .Handle<MessageEvent>("messages", (message, _) => Note(message.GetType().Name)));

        int[] answers =
            [(await receiver.Deliver(Deliveries.Orders("1"))).StatusCode, (await receiver.Deliver(Deliveries.Texts("2"))).StatusCode];

        Assert.Equal([200, 200], answers);
        Assert.Equal(["TextEvent"], _calls);
    }

    [Fact]
    public async Task AddBehavior_TokenOfItsOwn_ReachesTheHandler()
    {
        await using Receiver receiver = new(webhooks => webhooks
            .AddBehavior((_, next, _) => next(new CancellationToken(canceled: true)))
            .Handle<OrderEvent>("orders", (_, cancellationToken) => Note($"{cancellationToken.IsCancellationRequested}")));

        await receiver.Deliver(Deliveries.Orders("1"));

        Assert.Equal(["True"], _calls);
    }

    [Fact]
    public async Task AddBehavior_ForAHandlerWithItsServices_SharesItsScope()
    {
        await using Receiver receiver = new(webhooks =>
        {
            webhooks.Services.AddSingleton(_calls).AddScoped<Basket>();
            webhooks.AddBehavior<Filling>().Handle<OrderEvent, Basket>("orders", (_, basket, _) => Note(basket.Content));
        });

        await receiver.Deliver(Deliveries.Orders("1"));

        Assert.Equal(["apples"], _calls);
    }

    [Fact]
    public async Task AddBehavior_OfAnotherEndpoint_IsNotCalled()
    {
        await using Receiver receiver = new(webhooks =>
        {
            webhooks.Handle<OrderEvent>("orders", (_, _) => Note("orders"));
            webhooks.Services.AddWhatsCommerceWebhooks("berlin", options => options.AppSecrets = [Receiver.Secret])
                .AddBehavior((_, _, _) => Note("berlin"));
        });

        await receiver.Deliver(Deliveries.Orders("1"));

        Assert.Equal(["orders"], _calls);
    }

    [Fact]
    public async Task WebhookContext_AsAService_TellsKeyAndAttempt()
    {
        await using Receiver receiver = new(webhooks =>
        {
            webhooks.Services.AddSingleton(_calls);
            webhooks
                .Handle<OrderEvent, WebhookContext>("orders", (order, context, _) =>
                {
                    _calls.Add(FormattableString.Invariant(
                        $"{context.HandlerName} {context.Attempt} {context.Key.Event} {context.Event == order}"));
                    return context.Attempt == 1 ? throw new InvalidTimeZoneException() : Task.CompletedTask;
                })
                .AddHandler<Counting>();
        });
        byte[] body = Deliveries.Orders("1");

        await receiver.Deliver(body);
        await receiver.Deliver(body);

        Assert.Equal(
            [
                "orders 1 /messages/message/106540352242922/1 True",
                "Counting 1",
                "orders 2 /messages/message/106540352242922/1 True",
            ],
            _calls);
    }

    [Fact]
    public async Task WebhookContext_OutsideOfARun_SaysWhenThereIsOne()
    {
        await using Receiver receiver = new();
        await using AsyncServiceScope scope = receiver.Services.CreateAsyncScope();

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(
            () => scope.ServiceProvider.GetRequiredService<WebhookContext>());

        Assert.Contains("only while a webhook handler runs", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WebhookContext_MadeForATest_TellsWhatItWasGivenAndPrintsNoNumber()
    {
        WebhookEvent order = WebhookParser.Parse(Deliveries.Statuses("1")).Events[0];
        WebhookKey key = new(EventKeys.For("", order), "orders");

        WebhookContext context = new(order, "berlin", WebhookClaim.Claimed(key, Guid.NewGuid(), 2));

        Assert.Equal((key, 2, "berlin", "orders"), (context.Key, context.Attempt, context.EndpointName, context.HandlerName));
        Assert.DoesNotContain(Deliveries.CustomerPhone, $"{context} {key}", StringComparison.Ordinal);
    }

    private Task Note(string call)
    {
        _calls.Add(call);
        return Task.CompletedTask;
    }

    private sealed class Inner(List<string> calls, WebhookContext own) : IWebhookBehavior
    {
        public async Task HandleAsync(WebhookContext context, Func<CancellationToken, Task> next, CancellationToken cancellationToken)
        {
            Assert.Same(own, context);
            calls.Add(FormattableString.Invariant($"inner {context.Attempt}"));
            await next(cancellationToken);
            calls.Add("/inner");
        }
    }

    private sealed class Filling(Basket basket) : IWebhookBehavior
    {
        public Task HandleAsync(WebhookContext context, Func<CancellationToken, Task> next, CancellationToken cancellationToken)
        {
            basket.Content = "apples";
            return next(cancellationToken);
        }
    }

    private sealed class Basket
    {
        public string Content { get; set; } = "";
    }

    private sealed class Counting(List<string> calls, WebhookContext context) : IWebhookHandler<OrderEvent>
    {
        public Task HandleAsync(OrderEvent webhookEvent, CancellationToken cancellationToken)
        {
            calls.Add(FormattableString.Invariant($"{context.HandlerName} {context.Attempt}"));
            return Task.CompletedTask;
        }
    }
}
