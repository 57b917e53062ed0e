using System.Runtime.CompilerServices;
using WhatsCommerce.Messages;
using WhatsCommerce.Sdk.Tests.Http;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <summary>One content to many recipients: a result for each, a bound on what is under way, and memory that does not grow.</summary>
public class SendManyTests
{
    private static readonly Uri Meta = new("https://graph.facebook.com/");

    [Fact]
    public async Task SendManyAsync_EachRecipient_GetsAResultWithItsPlace()
    {
        using StubMeta meta = new(request => Body(request) switch
        {
            string body when body.Contains("50003", StringComparison.Ordinal) => StubMeta.Error(131026),
            string body when body.Contains("50004", StringComparison.Ordinal) => StubMeta.Error(131000, 500),
            _ => StubMeta.Ok(),
        });
        using TestClient client = new(Meta, handler: meta);

        List<SendResult> results = await Collect(SendMany(
            client, ["+16505550001", "0016505550002", "+16505550003", "+16505550004", "US.13491208655302741918"]));

        results.Sort((one, other) => one.Index.CompareTo(other.Index));
        Assert.Equal([0, 1, 2, 3, 4], results.Select(result => result.Index));
        Assert.Equal(
            [SendOutcome.Sent, SendOutcome.NotSent, SendOutcome.NotSent, SendOutcome.Unknown, SendOutcome.Sent],
            results.Select(result => result.Outcome));
        Assert.Equal("wamid.abc", results[0].Receipt!.Id.ToString());
        Assert.IsType<WhatsCommerceValidationException>(results[1].Exception);
        Assert.IsType<GraphRecipientException>(results[2].Exception);
        Assert.IsType<OutcomeUnknownException>(results[3].Exception);
        Assert.Equal("US.13491208655302741918", results[4].To.Value);
        Assert.Equal(4, meta.Requests.Count);
    }

    [Fact]
    public async Task SendManyAsync_OptionsForEach_GoWithTheirRecipient()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        await Collect(SendMany(
            client, ["+16505550001", "+16505550002"],
            new SendManyOptions { OptionsFor = to => new SendOptions { CallbackData = $"for {to.Value}" } }));

        Assert.Equal(
            ["+16505550001", "+16505550002"],
            meta.Requests.Select(request => request.Body).Order()
                .Select(body => new[] {
                    "+16505550001", "+16505550002" }.Single(to => body.Contains($"\"for {to}\"", StringComparison.Ordinal)
                    && body.Contains($"\"to\":\"{to}\"", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task SendManyAsync_AtMostSoManyAtOnce()
    {
        int underWay = 0;
        int most = 0;
        TaskCompletionSource full = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using StubMeta meta = new(StubMeta.Ok())
        {
            Before = async cancellationToken =>
            {
                int now = Interlocked.Increment(ref underWay);
                InterlockedMax(ref most, now);
                if (now == 3)
                {
                    full.TrySetResult();
                }

                await full.Task.WaitAsync(cancellationToken);
                await Task.Yield();
                Interlocked.Decrement(ref underWay);
            },
        };
        using TestClient client = new(Meta, handler: meta);

        List<SendResult> results = await Collect(SendMany(client, Recipients(50), new SendManyOptions { MaxConcurrency = 3 }));

        Assert.Equal(50, results.Count);
        Assert.Equal(3, most);
    }

    [Fact]
    public async Task SendManyAsync_Cancelled_TellsWhatWasUnderWayAndThenThrows()
    {
        using CancellationTokenSource cancellation = new();
        int arrived = 0;
        TaskCompletionSource two = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using StubMeta meta = new(StubMeta.Ok())
        {
            Before = async cancellationToken =>
            {
                if (Interlocked.Increment(ref arrived) == 2)
                {
                    two.TrySetResult();
                }

                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            },
        };
        using TestClient client = new(Meta, handler: meta);
        List<SendResult> results = [];

        Task reading = Task.Run(async () =>
        {
            await foreach (SendResult result in client.Client.Messages.SendManyAsync(
                Recipients(1000), TestClient.Hello, new SendManyOptions { MaxConcurrency = 2 }, cancellation.Token))
            {
                results.Add(result);
            }
        }, TestContext.Current.CancellationToken);
        await two.Task.WaitAsync(TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();

        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Equal(2, results.Count);
        Assert.All(results, result => Assert.Equal(SendOutcome.Unknown, result.Outcome));
        Assert.Equal(2, meta.Requests.Count);
    }

    [Fact]
    public async Task SendManyAsync_ReaderGoesAway_StopsTakingRecipientsAndLetsSendsEnd()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        Counter taken = new();

        await foreach (SendResult result in client.Client.Messages.SendManyAsync(
            taken.Count(Recipients(100_000), TestContext.Current.CancellationToken),
            TestClient.Hello,
            new SendManyOptions { MaxConcurrency = 4 },
            TestContext.Current.CancellationToken))
        {
            Assert.Equal(SendOutcome.Sent, result.Outcome);
            break;
        }

        Assert.InRange(taken.Value, 1, 100);
        Assert.Equal(taken.Value, meta.Requests.Count);
    }

    [Fact]
    public async Task SendManyAsync_SequenceThatFails_TellsTheResultsBeforeAndThenThrows()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        List<SendResult> results = [];

        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (SendResult result in client.Client.Messages.SendManyAsync(
                Broken(TestContext.Current.CancellationToken), TestClient.Hello, cancellationToken: TestContext.Current.CancellationToken))
            {
                results.Add(result);
            }
        });

        Assert.Equal("The query timed out.", exception.Message);
        Assert.Equal(3, results.Count);
    }

    [Fact]
    public async Task SendManyAsync_NotRead_SendsNothing()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);

        IAsyncEnumerable<SendResult> results = SendMany(client, Recipients(3));
        Assert.Empty(meta.Requests);

        Assert.Equal(3, (await Collect(results)).Count);
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(1001)]
    public void MaxConcurrency_OutOfRange_IsRefused(int number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SendManyOptions { MaxConcurrency = number });

    [Fact]
    public async Task ToString_OfAResult_HidesTheNumber()
    {
        using TestClient client = new(Meta, handler: new StubMeta(StubMeta.Ok()));

        SendResult result = Assert.Single(await Collect(SendMany(client, [TestClient.To])));

        Assert.Equal("0: Sent to ***1234", result.ToString());
    }

    private static IAsyncEnumerable<SendResult> SendMany(
        TestClient client, IEnumerable<Recipient> recipients, SendManyOptions? options = null) =>
        client.Client.Messages.SendManyAsync(recipients, TestClient.Hello, options, TestContext.Current.CancellationToken);

    private static string Body(HttpRequestMessage request)
    {
        using StreamReader reader = new(request.Content!.ReadAsStream(TestContext.Current.CancellationToken));
        return reader.ReadToEnd();
    }

    private static IEnumerable<Recipient> Recipients(int count)
    {
        for (int i = 0; i < count; i++)
        {
            yield return FormattableString.Invariant($"+1650{i:0000000}");
        }
    }

    private static async IAsyncEnumerable<Recipient> Broken([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (Recipient recipient in Recipients(3))
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return recipient;
        }

        throw new InvalidOperationException("The query timed out.");
    }

    private static async Task<List<SendResult>> Collect(IAsyncEnumerable<SendResult> results)
    {
        List<SendResult> all = [];
        await foreach (SendResult result in results.WithCancellation(TestContext.Current.CancellationToken))
        {
            all.Add(result);
        }

        return all;
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }

    private sealed class Counter
    {
        private int _value;

        public int Value => _value;

        public async IAsyncEnumerable<Recipient> Count(
            IEnumerable<Recipient> recipients, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (Recipient recipient in recipients)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                _value++;
                yield return recipient;
            }
        }
    }
}
