using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Tests.Diagnostics;
using WhatsCommerce.Sdk.Tests.Http;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>Who watches what is sent sees each message with its id, and can do the send no harm.</summary>
public class SentMessageObserverTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");

    private static readonly ProductListMessage Picks = Message.ProductList("146265584024623")
        .Header("Fresh").Body("Pick").Section("Fruit", "apple-1kg", "banana-1kg").Section("Bread", "rye").Build();

    [Fact]
    public async Task SendAsync_Accepted_ShowsTheMessageWithItsIdToEveryObserver()
    {
        Recorder first = new();
        Recorder second = new();
        SendOptions options = new() { CallbackData = "order-17" };
        using TestClient client = Client(StubMeta.Ok(), first, second);

        MessageReceipt receipt =
            await client.Client.Messages.SendAsync(TestClient.To, Picks, options, TestContext.Current.CancellationToken);

        SentMessage sent = Assert.Single(first.Seen);
        Assert.Same(sent, Assert.Single(second.Seen));
        Assert.Equal("wamid.abc", sent.Id.ToString());
        Assert.Same(receipt, sent.Receipt);
        Assert.Same(Picks, sent.Message);
        Assert.Same(options, sent.Options);
        Assert.Equal((TestClient.To, TestClient.PhoneNumberId), (sent.To.Value, sent.From.Value));
        Assert.Equal(["apple-1kg", "banana-1kg", "rye"], sent.Message.Products.Select(product => product.Value));
        Assert.Null(sent.Account);
    }

    [Fact]
    public async Task SendAsync_ForAnAccount_NamesTheAccount()
    {
        Recorder recorder = new();
        using TestClient client = Client(StubMeta.Ok(), recorder);
        WhatsCommerceAccount account = new() { Name = "shop-7", PhoneNumberId = "7", AccessToken = "token-7" };

        await client.Services.GetRequiredService<IWhatsCommerceClientFactory>().Create(account)
            .Messages.SendAsync(TestClient.To, Picks, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Same(account, Assert.Single(recorder.Seen).Account);
        Assert.Equal("7", recorder.Seen[0].From.Value);
    }

    [Theory, InlineData(131026, 400), InlineData(131000, 500)]
    public async Task SendAsync_NotSentOrUnknown_ShowsNothing(int code, int status)
    {
        Recorder recorder = new();
        using TestClient client = Client(StubMeta.Error(code, status), recorder);

        await Assert.ThrowsAnyAsync<GraphException>(() => client.SendHelloAsync());

        Assert.Empty(recorder.Seen);
    }

    [Fact]
    public async Task SendAsync_ObserverThatThrows_IsLoggedAndTheOthersAndTheSenderAreNotDisturbed()
    {
        RecordedLogs logs = new();
        Recorder last = new();
        using TestClient client = Client(
            StubMeta.Ok(),
            logs,
            new Failing(new InvalidOperationException("The database is full.")),
            new Failing(new OperationCanceledException()),
            last);

        MessageReceipt receipt = await client.SendHelloAsync();

        Assert.Equal("wamid.abc", receipt.Id.ToString());
        Assert.Single(last.Seen);
        RecordedLogs.Entry[] errors = [.. logs.Entries.Where(entry => entry.Level == LogLevel.Error)];
        Assert.Equal(2, errors.Length);
        Assert.Contains("Failing failed for the message wamid.abc, which was sent", errors[0].Message, StringComparison.Ordinal);
        Assert.Equal("The database is full.", errors[0].Exception!.Message);
    }

    [Fact]
    public async Task SendAsync_CallerGoesAwayWhileItIsObserved_StillHasItObserved()
    {
        using CancellationTokenSource caller = new();
        Recorder recorder = new() { Before = _ => caller.CancelAsync() };
        using TestClient client = Client(StubMeta.Ok(), recorder);

        MessageReceipt receipt = await client.SendUntilAsync(caller.Token);

        Assert.Equal("wamid.abc", receipt.Id.ToString());
        Assert.Single(recorder.Seen);
        Assert.False(recorder.WasCancelled);
    }

    [Fact]
    public async Task SendAsync_ObserverThatWantsTheClientItself_GetsIt()
    {
        ServiceCollection services = new();
        services.AddWhatsCommerce(options => (options.PhoneNumberId, options.AccessToken) = ("1", "token"))
            .ConfigurePrimaryHttpMessageHandler(() => new StubMeta(StubMeta.Ok()));
        services.AddSingleton<ISentMessageObserver, Answering>();
        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);

        await provider.GetRequiredService<WhatsCommerceClient>().Messages.SendAsync(
            TestClient.To, TestClient.Hello, cancellationToken: TestContext.Current.CancellationToken);

        Assert.NotNull(provider.GetServices<ISentMessageObserver>().OfType<Answering>().Single().Client);
    }

    [Fact]
    public void Products_OfMessagesThatShowNone_AreEmpty()
    {
        Assert.Empty(TestClient.Hello.Products);
        Assert.Empty(Message.Catalog().Body("All of it").Build().Products);
        Assert.Equal(["rye"], Message.Product("1", "rye").Build().Products.Select(product => product.Value));
    }

    private static TestClient Client(HttpResponseMessage answer, params ISentMessageObserver[] observers) =>
        Client(answer, null, observers);

    private static TestClient Client(HttpResponseMessage answer, RecordedLogs? logs, params ISentMessageObserver[] observers) => new(
        Meta,
        handler: new StubMeta(answer),
        services: services =>
        {
            foreach (ISentMessageObserver observer in observers)
            {
                services.AddSingleton(observer);
            }

            if (logs is not null)
            {
                services.AddLogging(logging => logging.AddProvider(logs));
            }
        });

    private sealed class Recorder : ISentMessageObserver
    {
        public List<SentMessage> Seen { get; } = [];

        public bool WasCancelled { get; private set; }

        public Func<SentMessage, Task> Before { get; init; } = _ => Task.CompletedTask;

        public async ValueTask OnSentAsync(SentMessage message, CancellationToken cancellationToken)
        {
            await Before(message);
            WasCancelled = cancellationToken.IsCancellationRequested;
            Seen.Add(message);
        }
    }

    private sealed class Answering(WhatsCommerceClient client) : ISentMessageObserver
    {
        public WhatsCommerceClient Client => client;

        public ValueTask OnSentAsync(SentMessage message, CancellationToken cancellationToken) => default;
    }

    private sealed class Failing(Exception exception) : ISentMessageObserver
    {
        public ValueTask OnSentAsync(SentMessage message, CancellationToken cancellationToken) => throw exception;
    }
}
