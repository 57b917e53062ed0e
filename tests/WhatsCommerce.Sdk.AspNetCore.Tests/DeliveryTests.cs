using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>The POST by which Meta delivers, and every answer that it may get.</summary>
public class DeliveryTests
{
    private static readonly int Limit = WebhookOptions.DefaultMaxBodyBytes;

    [Fact]
    public async Task Post_SignedOrder_RunsTheHandlerAndIs200()
    {
        OrderEvent? received = null;
        await using WebhookSite site = await WebhookSite.StartAsync(webhooks => webhooks.Handle<OrderEvent>("orders", (order, _) =>
        {
            received = order;
            return Task.CompletedTask;
        }));

        HttpStatusCode status = await site.Deliver(Deliveries.Orders("wamid.1"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal<(string?, string?, string?, int, decimal?)>(
            ("wamid.1", "146265584024623", "apple-1kg", 2, 3.5m),
            (received!.Id.Value, received.CatalogId.Value, received.Items[0].RetailerId.Value, received.Items[0].Quantity,
                received.Items[0].ItemPrice?.Amount));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("sha1=0000000000000000000000000000000000000000")]
    [InlineData("sha256=")]
    public async Task Post_SignatureMissingOrWrong_Is401AndRunsNothing(string signature)
    {
        int calls = 0;
        await using WebhookSite site =
            await WebhookSite.StartAsync(webhooks => webhooks.Handle<WebhookEvent>("all", (_, _) => Task.FromResult(++calls)));

        HttpStatusCode status = await site.Deliver(Deliveries.Orders("wamid.1"), signature);

        Assert.Equal((HttpStatusCode.Unauthorized, 0), (status, calls));
    }

    [Fact]
    public async Task Post_RightDigestWithAnotherPrefix_Is401()
    {
        await using WebhookSite site = await WebhookSite.StartAsync();
        byte[] body = Deliveries.Orders("wamid.1");
        string signature = WebhookSignature.Compute(body, WebhookSite.Secret);

        HttpStatusCode status = await site.Deliver(body, signature.Replace("sha256=", "sha512=", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task Post_EscapedUnicode_IsVerifiedOverTheBytesAsTheyCame()
    {
        string? text = null;
        await using WebhookSite site = await WebhookSite.StartAsync(webhooks => webhooks.Handle<TextEvent>("texts", (message, _) =>
        {
            text = message.Text;
            return Task.CompletedTask;
        }));
        byte[] body = Deliveries.Texts("wamid.1");
        byte[] rewritten = Encoding.UTF8.GetBytes(JsonElement.Parse(body).GetRawText().Replace("\\u00fc", "ü", StringComparison.Ordinal));

        HttpStatusCode status = await site.Deliver(body);
        HttpStatusCode ofRewritten = await site.Deliver(rewritten, WebhookSignature.Compute(body, WebhookSite.Secret));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (status, ofRewritten));
        Assert.Equal("Grüße 🍎 ripe/sweet?", text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_BodyAtTheLimitAndOneOver_Is200And413(bool chunked)
    {
        int calls = 0;
        await using WebhookSite site =
            await WebhookSite.StartAsync(webhooks => webhooks.Handle<WebhookEvent>("all", (_, _) => Task.FromResult(++calls)));

        HttpStatusCode atLimit = await site.Deliver(Padded(Limit), chunked: chunked);
        HttpStatusCode over = await site.Deliver(Padded(Limit + 1), chunked: chunked);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.RequestEntityTooLarge, 1), (atLimit, over, calls));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_LimitOfOurOwnAboveTheServers_Counts(bool chunked)
    {
        await using WebhookSite site = await WebhookSite.StartAsync(
            configure: options => options.MaxBodyBytes = 50_000, kestrel: kestrel => kestrel.Limits.MaxRequestBodySize = 1_000);

        HttpStatusCode atLimit = await site.Deliver(Padded(50_000), chunked: chunked);
        HttpStatusCode over = await site.Deliver(Padded(50_001), chunked: chunked);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.RequestEntityTooLarge), (atLimit, over));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Post_LargeBodyOverHttp2_IsReadWhole(bool chunked)
    {
        await using WebhookSite site = await WebhookSite.StartAsync(
            kestrel: kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));

        HttpStatusCode atLimit = await site.Deliver(Padded(Limit), chunked: chunked, version: HttpVersion.Version20);
        HttpStatusCode over = await site.Deliver(Padded(Limit + 1), chunked: chunked, version: HttpVersion.Version20);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.RequestEntityTooLarge), (atLimit, over));
    }

    [Fact]
    public async Task Post_HandlerFailsOnce_Is500AndThen200()
    {
        int attempts = 0;
        await using WebhookSite site = await WebhookSite.StartAsync(webhooks => webhooks.Handle<OrderEvent>("orders", (_, _) =>
            ++attempts == 1 ? throw new InvalidTimeZoneException() : Task.CompletedTask));
        byte[] body = Deliveries.Orders("wamid.1");

        HttpStatusCode first = await site.Deliver(body);
        HttpStatusCode second = await site.Deliver(body);

        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.OK, 2), (first, second, attempts));
    }

    [Theory]
    [InlineData(false, HttpStatusCode.OK)]
    [InlineData(true, HttpStatusCode.InternalServerError)]
    public async Task Post_SignedBodyThatIsNoJson_IsKeptAndIs200OrElse500(bool diskIsFull, HttpStatusCode expected)
    {
        await using WebhookSite site = await WebhookSite.StartAsync();
        site.Letters.Fault = diskIsFull ? new IOException("The disk is full.") : null;

        HttpStatusCode status = await site.Deliver("{\"entry\":[{"u8.ToArray());

        Assert.Equal((expected, diskIsFull ? 0 : 1), (status, site.Letters.All.Count));
    }

    [Fact]
    public async Task Post_TwoHandlersOfWhichOneFailsTwice_RunsOnlyThatOneAgain()
    {
        List<string> calls = [];
        await using WebhookSite site = await WebhookSite.StartAsync(webhooks => webhooks
            .Handle<OrderEvent>("faulty", (_, _) =>
            {
                calls.Add("faulty");
                return calls.Count < 4 ? throw new InvalidTimeZoneException() : Task.CompletedTask;
            })
            .Handle<OrderEvent>("sound", (_, _) =>
            {
                calls.Add("sound");
                return Task.CompletedTask;
            }));
        byte[] body = Deliveries.Orders("wamid.1");

        HttpStatusCode[] answers = [await site.Deliver(body), await site.Deliver(body), await site.Deliver(body), await site.Deliver(body)];

        Assert.Equal([500, 500, 200, 200], answers.Select(answer => (int)answer));
        Assert.Equal(["faulty", "sound", "faulty", "faulty"], calls);
    }

    [Fact]
    public async Task Post_PoisonAmongGoodOnes_IsGivenUpAndTheGoodRunOnce()
    {
        List<string?> calls = [];
        await using WebhookSite site = await WebhookSite.StartAsync(
            webhooks => webhooks.Handle<OrderEvent>("orders", (order, _) =>
            {
                calls.Add(order.Id.Value);
                return order.Id.Value == "poison" ? throw new InvalidTimeZoneException() : Task.CompletedTask;
            }),
            options => options.MaxAttempts = 2);
        byte[] body = Deliveries.Orders("1", "poison", "2");

        HttpStatusCode[] answers = [await site.Deliver(body), await site.Deliver(body)];

        Assert.Equal([500, 200], answers.Select(answer => (int)answer));
        Assert.Equal(["1", "poison", "2", "poison"], calls);
        Assert.Equal("orders", Assert.Single(site.Letters.All).HandlerName);
    }

    [Fact]
    public async Task Post_SameDeliveryTwiceAtTheSameMoment_RunsOnceAndBothAre200()
    {
        int calls = 0;
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WebhookSite site = await WebhookSite.StartAsync(
            webhooks => webhooks.Handle<OrderEvent>("orders", async (_, cancellationToken) =>
            {
                Interlocked.Increment(ref calls);
                begun.TrySetResult();
                await release.Task.WaitAsync(cancellationToken);
            }),
            options => options.WaitForOtherDelivery = TimeSpan.FromMinutes(10));
        byte[] body = Deliveries.Orders("wamid.1");

        Task<HttpStatusCode> first = site.Deliver(body);
        await begun.Task;
        Task<HttpStatusCode> second = site.Deliver(body);
        release.SetResult();
        HttpStatusCode[] answers = await Task.WhenAll(first, second);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], answers);
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task Post_WhileAnotherInstanceRunsIt_Is503()
    {
        MemoryWebhookStore shared = new();
        await shared.TryBeginAsync(
            new("/messages/message/106540352242922/wamid.1", "orders"), TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await using WebhookSite site = await WebhookSite.StartAsync(
            webhooks =>
            {
                webhooks.Services.AddSingleton<IWebhookStore>(shared);
                webhooks.Handle<OrderEvent>("orders", (_, _) => Task.CompletedTask);
            },
            options => options.WaitForOtherDelivery = TimeSpan.Zero);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await site.Deliver(Deliveries.Orders("wamid.1")));
    }

    [Fact]
    public async Task Post_StatusesAlone_Is200()
    {
        List<string> read = [];
        await using WebhookSite site = await WebhookSite.StartAsync(webhooks => webhooks.Handle<StatusEvent>("statuses", (status, _) =>
        {
            read.Add($"{status.MessageId} {status.Status}");
            return Task.CompletedTask;
        }));

        HttpStatusCode status = await site.Deliver(Deliveries.Statuses("wamid.1", "wamid.2"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["wamid.1 read", "wamid.2 read"], read);
    }

    [Fact]
    public async Task Post_UnknownOrMalformedEventWithoutHandler_Is200()
    {
        await using WebhookSite site = await WebhookSite.StartAsync();

        HttpStatusCode unknown = await site.Deliver(Deliveries.OfUnknownType("wamid.1"));
        HttpStatusCode malformed = await site.Deliver(Deliveries.Malformed("wamid.2"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (unknown, malformed));
        Assert.Equal([112, 113], site.Logs.OfSdk.Select(entry => entry.Id).Where(id => id is 112 or 113));
        Assert.Equal(DeadLetterReason.Malformed, Assert.Single(site.Letters.All).Reason);
    }

    [Fact]
    public async Task Post_HandlersOfEveryKind_AllRun()
    {
        Journal journal = new();
        await using WebhookSite site = await WebhookSite.StartAsync(webhooks =>
        {
            webhooks.Services.AddSingleton(journal).AddScoped<Basket>().AddScoped<Prices>();
            webhooks
                .Handle<OrderEvent>("none", (_, _) => journal.Write("none"))
                .Handle<OrderEvent, Journal>("one", (_, lines, _) => lines.Write("one"))
                .Handle<OrderEvent, Journal, Basket>("two", (_, lines, basket, _) => lines.Write($"two {basket.Uses}"))
                .Handle<OrderEvent, Journal, Basket, Prices>(
                    "three", (_, lines, basket, prices, _) => lines.Write($"three {prices.Basket == basket}"))
                .Handle<MessageEvent>("base", (message, _) => journal.Write(message.GetType().Name))
                .AddHandler<OrderHandler>();
        });

        HttpStatusCode status = await site.Deliver(Deliveries.Orders("wamid.1", "wamid.2"));

        Assert.Equal(HttpStatusCode.OK, status);
        string[] each = ["none", "one", "two 0", "three True", "OrderEvent", "class 1"];
        Assert.Equal([.. each, .. each], journal.Lines);
    }

    private static byte[] Padded(int length)
    {
        byte[] body = new byte[length];
        body.AsSpan().Fill((byte)' ');
        Deliveries.Statuses("wamid.1").CopyTo(body, 0);
        return body;
    }

    private sealed class Journal
    {
        public List<string> Lines { get; } = [];

        public Task Write(string line)
        {
            Lines.Add(line);
            return Task.CompletedTask;
        }
    }

    private sealed class Basket
    {
        public int Uses { get; set; }
    }

    private sealed class Prices(Basket basket)
    {
        public Basket Basket { get; } = basket;
    }

    private sealed class OrderHandler(Journal journal, Basket basket, Prices prices) : IWebhookHandler<OrderEvent>
    {
        public Task HandleAsync(OrderEvent webhookEvent, CancellationToken cancellationToken)
        {
            basket.Uses++;
            return journal.Write(FormattableString.Invariant($"class {prices.Basket.Uses}"));
        }
    }
}
