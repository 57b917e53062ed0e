using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Tests.Http;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>Pairs of recipient and message: what belongs to each goes with it, and comes back with its result.</summary>
public class SendManyPairsTests
{
    private const int WindowClosed = 131047;

    private static readonly Uri Meta = new("https://graph.facebook.com/");
    private static readonly TemplateMessage Template = Message.Template("come_back", "en_US").Build();
    private static readonly SendOptions Once = new() { OnceKey = "spring 1" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendManyAsync_Pairs_EachGetsItsOwnMessageOptionsAndData()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        List<SendResult> results = await CollectAsync(client, Enumerable.Range(0, 20).Select(i =>
            new AddressedMessage(FormattableString.Invariant($"+165055500{i:00}"), Message.Text($"Hello {i:00}").Build())
            {
                Options = new SendOptions { CallbackData = $"row {i:00}" },
                Data = i,
            }));

        Assert.Equal(Enumerable.Range(0, 20), results.OrderBy(result => result.Index).Select(result => (int)result.Data!));
        Assert.All(results, result => Assert.Equal(result.Index, (int)result.Data!));
        Assert.All(Enumerable.Range(0, 20), i => Assert.Single(meta.Requests, request =>
            request.Body.Contains($"+165055500{i:00}", StringComparison.Ordinal)
            && request.Body.Contains($"Hello {i:00}", StringComparison.Ordinal)
            && request.Body.Contains($"row {i:00}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SendManyAsync_OptionsOfThePair_GoBeforeThoseOfAll()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        await CollectAsync(
            client,
            [new AddressedMessage(TestClient.To, TestClient.Hello) { Options = new SendOptions { CallbackData = "own" } }],
            new SendManyOptions { OptionsFor = _ => new SendOptions { CallbackData = "general" } });

        Assert.Contains("\"own\"", Assert.Single(meta.Requests).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+16505551234", "+1 (650) 555-1234")]
    [InlineData("+525512345678", "+5215512345678")]
    [InlineData("+553187654321", "+5531987654321")]
    [InlineData("+5491123456789", "+541123456789")]
    public async Task SendManyAsync_OncePerRecipient_SendsOnceToAPersonInSeveralSpellings(string first, string second)
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        List<SendResult> results = await CollectAsync(
            client,
            [Pair(first), Pair("+16505550000"), Pair(second)],
            new SendManyOptions { OncePerRecipient = true, MaxConcurrency = 1 });

        Assert.Equal([SendOutcome.Sent, SendOutcome.Sent, SendOutcome.Duplicate], results.Select(result => result.Outcome));
        Assert.Equal(0, results[2].DuplicateOf);
        Assert.Null(results[2].Exception);
        Assert.Equal(2, meta.Requests.Count);
    }

    [Fact]
    public async Task SendManyAsync_OncePerRecipient_SaysOfEachBadRecipientThatItIsOne()
    {
        using TestClient client = new(Meta, handler: new StubMeta(StubMeta.Ok()));

        List<SendResult> results = await CollectAsync(
            client, [Pair("apple"), Pair("apple")], new SendManyOptions { OncePerRecipient = true });

        Assert.All(results, result => Assert.IsType<WhatsCommerceValidationException>(result.Exception));
    }

    [Fact]
    public async Task SendManyAsync_WindowClosed_SendsTheFallbackAndSaysSo()
    {
        using StubMeta meta = new(StubMeta.Error(WindowClosed), StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        SendResult result = Assert.Single(await CollectAsync(client, [Pair(TestClient.To, Template)]));

        Assert.Equal((SendOutcome.Sent, FallbackReason.WindowRefused), (result.Outcome, result.Fallback));
        Assert.Contains("Hello", meta.Requests[0].Body, StringComparison.Ordinal);
        Assert.Contains("come_back", meta.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendManyAsync_WindowKnownToBeClosed_SendsTheFallbackOnly()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        SendResult result = Assert.Single(await CollectAsync(
            client,
            [new AddressedMessage(TestClient.To, TestClient.Hello) { Fallback = Template, WindowEndsAt = DateTimeOffset.UnixEpoch }]));

        Assert.Equal((SendOutcome.Sent, FallbackReason.WindowEnded), (result.Outcome, result.Fallback));
        Assert.Contains("come_back", Assert.Single(meta.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendManyAsync_WindowOpen_SendsTheMessage()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        SendResult result = Assert.Single(await CollectAsync(
            client,
            [new AddressedMessage(TestClient.To, TestClient.Hello) { Fallback = Template, WindowEndsAt = DateTimeOffset.MaxValue }]));

        Assert.Equal(FallbackReason.None, result.Fallback);
        Assert.Contains("Hello", Assert.Single(meta.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendManyAsync_WindowClosedWithoutFallback_IsNotSent()
    {
        using TestClient client = new(Meta, handler: new StubMeta(StubMeta.Error(WindowClosed)));

        SendResult result = Assert.Single(await CollectAsync(client, [Pair(TestClient.To)]));

        Assert.IsType<GraphOutsideWindowException>(result.Exception);
        Assert.Equal((SendOutcome.NotSent, FallbackReason.None), (result.Outcome, result.Fallback));
    }

    [Fact]
    public async Task SendManyAsync_FallbackRefusedToo_IsTheResultOfTheFallback()
    {
        using TestClient client = new(Meta, handler: new StubMeta(StubMeta.Error(WindowClosed), StubMeta.Error(131026)));

        SendResult result = Assert.Single(await CollectAsync(client, [Pair(TestClient.To, Template)]));

        Assert.IsType<GraphRecipientException>(result.Exception);
        Assert.Equal(FallbackReason.WindowRefused, result.Fallback);
    }

    [Fact]
    public async Task SendManyAsync_FallbackSentBeforeUnderTheKey_IsNotFollowedByTheMessage()
    {
        using StubMeta meta = new(StubMeta.Error(WindowClosed), StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        AddressedMessage pair = new(TestClient.To, TestClient.Hello) { Fallback = Template, Options = Once };

        await CollectAsync(client, [pair]);
        SendResult again = Assert.Single(await CollectAsync(client, [pair]));

        Assert.Equal((SendOutcome.Sent, FallbackReason.SentBefore), (again.Outcome, again.Fallback));
        Assert.Equal(2, meta.Requests.Count);
    }

    [Fact]
    public async Task SendManyAsync_MessageSentBeforeUnderTheKey_IsNotFollowedByTheFallback()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        await CollectAsync(client, [new AddressedMessage(TestClient.To, TestClient.Hello) { Fallback = Template, Options = Once }]);
        SendResult again = Assert.Single(await CollectAsync(
            client,
            [
                new AddressedMessage(TestClient.To, TestClient.Hello)
                {
                    Fallback = Template, WindowEndsAt = DateTimeOffset.UnixEpoch, Options = Once,
                },
            ]));

        Assert.Equal((SendOutcome.Sent, FallbackReason.None), (again.Outcome, again.Fallback));
        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task SendManyAsync_FallbackOfAMessageWithACategory_GoesAsATemplate()
    {
        using StubMeta meta = new(StubMeta.Error(WindowClosed), StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        await CollectAsync(
            client,
            [
                new AddressedMessage(TestClient.To, TestClient.Hello)
                {
                    Fallback = Template, Options = new SendOptions { Category = TemplateCategory.Utility },
                },
            ]);

        Assert.Contains("\"category\"", meta.Requests[0].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"category\"", meta.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendManyAsync_Canceled_SaysWhereTheRestBegins()
    {
        using CancellationTokenSource cancellation = new();
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        List<SendResult> results = [];

        SendManyCanceledException exception = await Assert.ThrowsAsync<SendManyCanceledException>(async () =>
        {
            await foreach (SendResult result in client.Client.Messages.SendManyAsync(
                Enumerable.Repeat(Pair(TestClient.To), 1_000_000), new SendManyOptions { MaxConcurrency = 3 }, cancellation.Token))
            {
                results.Add(result);
                if (results.Count == 10)
                {
                    await cancellation.CancelAsync();
                }
            }
        });

        Assert.Equal(Enumerable.Range(0, results.Count), results.Select(result => (int)result.Index).Order());
        Assert.Equal(results.Count, exception.NextIndex);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.True(meta.Requests.Count <= results.Count);
    }

    [Fact]
    public void ToString_OfAPair_HidesTheNumber() => Assert.Equal("text to ***1234", Pair(TestClient.To).ToString());

    private static AddressedMessage Pair(string to, TemplateMessage? fallback = null) => new(to, TestClient.Hello) { Fallback = fallback };

    private static async Task<List<SendResult>> CollectAsync(
        TestClient client, IEnumerable<AddressedMessage> messages, SendManyOptions? options = null)
    {
        List<SendResult> all = [];
        await foreach (SendResult result in client.Client.Messages.SendManyAsync(messages, options, Cancel))
        {
            all.Add(result);
        }

        return all;
    }
}
