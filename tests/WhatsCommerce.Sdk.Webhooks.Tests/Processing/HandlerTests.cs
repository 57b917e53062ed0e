using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>Handlers as delegates with services and as classes, and how they are registered.</summary>
public class HandlerTests
{
    [Fact]
    public async Task Handle_WithUpToThreeServices_GetsThemFromAScope()
    {
        Journal journal = new();
        await using Receiver receiver = new(webhooks =>
        {
            webhooks.Services.AddSingleton(journal).AddScoped<Basket>().AddTransient<Till>();
            webhooks
                .Handle<OrderEvent, Journal>("one", (order, first, _) => first.Write($"one {order.Id}"))
                .Handle<OrderEvent, Journal, Basket>("two", (_, first, second, _) => first.Write($"two {second.IsDisposed}"))
                .Handle<OrderEvent, Journal, Basket, Till>(
                    "three", (_, first, second, third, _) => first.Write($"three {third.Basket == second}"));
        });

        WebhookResponse answer = await receiver.Deliver(Deliveries.Orders("1"));

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(["one 1", "two False", "three True"], journal.Lines);
    }

    [Fact]
    public async Task Handle_ScopedService_IsMadeForEachRunAndDisposedAfterIt()
    {
        List<Basket> baskets = [];
        List<bool> disposedBefore = [];
        await using Receiver receiver = new(webhooks =>
        {
            webhooks.Services.AddScoped<Basket>();
            webhooks.Handle<OrderEvent, Basket>("a", Take).Handle<OrderEvent, Basket>("b", Take);
        });

        await receiver.Deliver(Deliveries.Orders("1", "2"));

        Assert.Equal(4, baskets.Distinct().Count());
        Assert.Equal([true, true, true, true], baskets.Select(basket => basket.IsDisposed));
        Assert.DoesNotContain(false, disposedBefore);

        Task Take(OrderEvent order, Basket basket, CancellationToken cancellationToken)
        {
            disposedBefore.AddRange(baskets.Select(earlier => earlier.IsDisposed));
            baskets.Add(basket);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task HandleWhen_EventThatItDoesNotTake_IsLeftToTheOthers()
    {
        Journal journal = new();
        await using Receiver receiver = new(webhooks =>
        {
            webhooks.Services.AddSingleton(journal).AddScoped<Basket>();
            webhooks
                .HandleWhen<OrderEvent, Journal, Basket>(
                    "second", order => order.Id == "2", (order, lines, _, _) => lines.Write($"second {order.Id}"))
                .Handle<OrderEvent, Journal>("all", (order, lines, _) => lines.Write($"all {order.Id}"));
        });

        WebhookResponse answer = await receiver.Deliver(Deliveries.Orders("1", "2"));

        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(["all 1", "second 2", "all 2"], journal.Lines);
    }

    [Fact]
    public void HandlersOf_EventType_NamesThoseOfTheTypeItself()
    {
        WhatsCommerceWebhooksBuilder webhooks = new ServiceCollection().AddWhatsCommerceWebhooks(_ => { })
            .Handle<OrderEvent>("orders", (_, _) => Task.CompletedTask)
            .Handle<MessageEvent>("messages", (_, _) => Task.CompletedTask)
            .AddHandler<OrderAndTextHandler>("class");

        Assert.Equal(["orders", "class"], webhooks.HandlersOf<OrderEvent>());
        Assert.Equal(["messages"], webhooks.HandlersOf<MessageEvent>());
        Assert.Equal(["class"], webhooks.HandlersOf<TextEvent>());
        Assert.Empty(webhooks.HandlersOf<StatusEvent>());
    }

    [Fact]
    public async Task Handle_ServiceThatIsNotRegistered_FailsAndNamesIt()
    {
        await using Receiver receiver = new(webhooks => webhooks.Handle<OrderEvent, Basket>("orders", (_, _, _) => Task.CompletedTask));

        WebhookResponse answer = await receiver.Deliver(Deliveries.Orders("1"));

        Assert.Equal(500, answer.StatusCode);
        Assert.Contains(receiver.Logs.OfSdk, entry => entry.Id == 111 && entry.Text.Contains("Basket", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AddHandler_ClassForSeveralTypes_GetsEachWithItsDependencies()
    {
        Journal journal = new();
        await using Receiver receiver = new(webhooks =>
        {
            webhooks.Services.AddSingleton(journal).AddScoped<Basket>();
            webhooks.AddHandler<Counter>();
        });

        await receiver.Deliver(Deliveries.Orders("1"));
        await receiver.Deliver(Deliveries.Statuses("2"));
        await receiver.Deliver(Deliveries.Texts("3"));

        Assert.Equal(["order 1", "status 2"], journal.Lines);
    }

    [Fact]
    public async Task AddHandler_ClassForATypeAndItsBase_GetsAnEventOnceByTheClosestType()
    {
        Journal journal = new();
        await using Receiver receiver = new(webhooks =>
        {
            webhooks.Services.AddSingleton(journal);
            webhooks.AddHandler<Concierge>();
        });

        await receiver.Deliver(Deliveries.Orders("1"));
        await receiver.Deliver(Deliveries.Texts("2"));
        await receiver.Deliver(Deliveries.OfUnknownType("3"));

        Assert.Equal(["order", "message", "event"], journal.Lines);
    }

    [Fact]
    public async Task AddHandler_InheritedImplementation_Counts()
    {
        Journal journal = new();
        await using Receiver receiver = new(webhooks =>
        {
            webhooks.Services.AddSingleton(journal);
            webhooks.AddHandler<NightConcierge>();
        });

        await receiver.Deliver(Deliveries.Orders("1"));

        Assert.Equal(["order"], journal.Lines);
    }

    [Fact]
    public async Task AddHandler_ByDefault_MakesTheClassForEachEvent()
    {
        Journal journal = new();
        await using Receiver receiver = new(webhooks =>
        {
            webhooks.Services.AddSingleton(journal);
            webhooks.AddHandler<Stateful>();
        });

        await receiver.Deliver(Deliveries.Texts("1", "2"));

        Assert.Equal(["1", "1"], journal.Lines);
    }

    [Fact]
    public async Task AddHandler_ClassRegisteredBefore_KeepsItsLifetime()
    {
        Journal journal = new();
        await using Receiver receiver = new(webhooks =>
        {
            webhooks.Services.AddSingleton(journal).AddSingleton<Stateful>();
            webhooks.AddHandler<Stateful>();
        });

        await receiver.Deliver(Deliveries.Texts("1", "2"));

        Assert.Equal(["1", "2"], journal.Lines);
    }

    [Fact]
    public async Task AddHandler_ClassThatFails_IsNamedAfterItself()
    {
        await using Receiver receiver = new(webhooks => webhooks.AddHandler<Stateful>());

        WebhookResponse answer = await receiver.Deliver(Deliveries.Texts("1"));

        Assert.Equal(500, answer.StatusCode);
        Assert.Contains(receiver.Logs.OfSdk, entry => entry.Text.StartsWith("Webhook handler Stateful failed", StringComparison.Ordinal));
    }

    [Fact]
    public void Handle_NameTakenByAnother_SaysSo()
    {
        WhatsCommerceWebhooksBuilder webhooks = Add(new()).Handle<OrderEvent>("orders", (_, _) => Task.CompletedTask);

        ArgumentException exception = Assert.Throws<ArgumentException>(() => webhooks.AddHandler<Counter>("orders"));

        Assert.StartsWith("A handler named \"orders\" is registered already", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void Handle_NoName_SaysWhyItNeedsOne(string? name)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => Add(new()).Handle<OrderEvent>(name!, (_, _) => Task.CompletedTask));

        Assert.StartsWith("A handler needs a name", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddHandler_ClassThatHandlesNothing_SaysWhatToImplement()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => Add(new()).AddHandler<Idle>());

        Assert.Equal("Idle handles no event: let it implement IWebhookHandler<OrderEvent>, or another type of event.", exception.Message);
    }

    [Fact]
    public async Task AddWhatsCommerceWebhooks_CalledByTwoModules_AddsTheHandlersOfBoth()
    {
        List<string> calls = [];
        await using Receiver receiver = new(webhooks =>
        {
            webhooks.Handle<OrderEvent>("shop", (_, _) => Note("shop"));
            webhooks.Services.AddWhatsCommerceWebhooks(_ => { }).Handle<OrderEvent>("statistics", (_, _) => Note("statistics"));
        });

        await receiver.Deliver(Deliveries.Orders("1"));

        Assert.Equal(["shop", "statistics"], calls);

        Task Note(string name)
        {
            calls.Add(name);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void EventRoute_All_HasEveryTypeOfEventBeforeItsBase()
    {
        List<Type> listed = [.. EventRoute.All.Select(route => route.EventType)];

        Assert.Equal(
            typeof(WebhookEvent).Assembly
                .GetTypes()
                .Where(typeof(WebhookEvent).IsAssignableFrom)
                .OrderBy(type => type.Name, StringComparer.Ordinal),
            listed.OrderBy(type => type.Name, StringComparer.Ordinal));
        Assert.All(listed, (type, index) => Assert.DoesNotContain(listed[(index + 1)..], later => later.IsSubclassOf(type)));
    }

    private static WhatsCommerceWebhooksBuilder Add(ServiceCollection services) =>
        services.AddWhatsCommerceWebhooks(options => options.AppSecrets = [Receiver.Secret]);

    private sealed class Journal
    {
        public List<string> Lines { get; } = [];

        public Task Write(string line)
        {
            Lines.Add(line);
            return Task.CompletedTask;
        }
    }

    private sealed class Basket : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class Till(Basket basket)
    {
        public Basket Basket { get; } = basket;
    }

    private sealed class Idle : IWebhookHandler;

    private sealed class Counter(Journal journal, Basket basket) : IWebhookHandler<OrderEvent>, IWebhookHandler<StatusEvent>
    {
        public Task HandleAsync(OrderEvent webhookEvent, CancellationToken cancellationToken) =>
            basket.IsDisposed ? throw new ObjectDisposedException(nameof(Basket)) : journal.Write($"order {webhookEvent.Id}");

        public Task HandleAsync(StatusEvent webhookEvent, CancellationToken cancellationToken) =>
            journal.Write($"status {webhookEvent.MessageId}");
    }

    private class Concierge(Journal journal) : IWebhookHandler<WebhookEvent>, IWebhookHandler<MessageEvent>, IWebhookHandler<OrderEvent>
    {
        public Task HandleAsync(WebhookEvent webhookEvent, CancellationToken cancellationToken) => journal.Write("event");

        public Task HandleAsync(MessageEvent webhookEvent, CancellationToken cancellationToken) => journal.Write("message");

        public Task HandleAsync(OrderEvent webhookEvent, CancellationToken cancellationToken) => journal.Write("order");
    }

    private sealed class NightConcierge(Journal journal) : Concierge(journal);

    private sealed class Stateful(Journal journal) : IWebhookHandler<TextEvent>
    {
        private int _count;

        public Task HandleAsync(TextEvent webhookEvent, CancellationToken cancellationToken) =>
            journal.Write(FormattableString.Invariant($"{++_count}"));
    }

    private sealed class OrderAndTextHandler : IWebhookHandler<OrderEvent>, IWebhookHandler<TextEvent>
    {
        public Task HandleAsync(OrderEvent webhookEvent, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task HandleAsync(TextEvent webhookEvent, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
