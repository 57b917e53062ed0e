using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Processing;

/// <summary>What every store of dead letters must do. A class for each store derives from it and says how to open one.</summary>
public abstract class DeadLetterStoreContract : IAsyncLifetime
{
    /// <summary>An empty store.</summary>
    protected IDeadLetterStore Store { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    public abstract ValueTask DisposeAsync();

    protected abstract ValueTask<IDeadLetterStore> OpenAsync();

    [Fact]
    public async Task List_Empty_GivesNothing()
    {
        Assert.Empty(await ListAsync());
        Assert.Equal(0, await Store.CountAsync(Cancel));
    }

    [Fact]
    public async Task Append_EveryMember_IsReadAsItWasWritten()
    {
        DeadLetter letter = Letter("0123abcd") with
        {
            EndpointName = "berlin",
            HandlerName = "orders",
            EventKey = "berlin/messages/message/106540352242922/wamid.A",
            Attempts = 10,
            Error = "System.TimeoutException: the shop is closed",
            Reason = DeadLetterReason.AttemptsExhausted,
        };

        await Store.AppendAsync(letter, Cancel);

        AssertSame(letter, Assert.Single(await ListAsync()));
    }

    [Fact]
    public async Task Append_OnlyWhatIsRequired_LeavesTheRestOut()
    {
        DeadLetter letter = Letter("0123abcd") with { Reason = DeadLetterReason.Unreadable, Body = default };

        await Store.AppendAsync(letter, Cancel);

        AssertSame(letter, Assert.Single(await ListAsync()));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("\ud83c\udf4e \ud840\udc00")]
    [InlineData("C:\\u0000\\\\ \\")]
    [InlineData("two\r\nlines\t\"quoted\"")]
    public async Task Append_OddText_IsReadAsItWasWritten(string odd)
    {
        DeadLetter letter = Letter("0123abcd") with { EndpointName = odd, HandlerName = odd, EventKey = odd, Error = odd };

        await Store.AppendAsync(letter, Cancel);

        AssertSame(letter, Assert.Single(await ListAsync()));
    }

    [Fact]
    public async Task Append_LargestBody_IsReadAsItWasWritten()
    {
        byte[] body = new byte[3 * 1024 * 1024];
        new Random(4711).NextBytes(body);

        await Store.AppendAsync(Letter("0123abcd") with { Body = body }, Cancel);

        Assert.Equal(body, Assert.Single(await ListAsync()).Body.ToArray());
    }

    [Fact]
    public async Task Append_SameIdAtTheSameMoment_IsKeptOnce()
    {
        await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => Task.Run(async () => await Store.AppendAsync(Letter("0123abcd"), Cancel), Cancel)));

        Assert.Single(await ListAsync());
        Assert.Equal(1, await Store.CountAsync(Cancel));
    }

    [Fact]
    public async Task List_Many_GivesTheOldestFirst()
    {
        string[] ids = [.. Enumerable.Range(0, 35).Select(i => FormattableString.Invariant($"id{i:00}"))];
        foreach (string id in ids)
        {
            await Store.AppendAsync(Letter(id), Cancel);
        }

        Assert.Equal(ids, (await ListAsync()).Select(letter => letter.Id));
        Assert.Equal(35, await Store.CountAsync(Cancel));
    }

    [Fact]
    public async Task List_WhileLettersAreRemoved_GivesEachOnce()
    {
        for (int i = 0; i < 25; i++)
        {
            await Store.AppendAsync(Letter(FormattableString.Invariant($"id{i:00}")), Cancel);
        }

        int seen = 0;
        await foreach (DeadLetter letter in Store.ListAsync(Cancel))
        {
            seen++;
            Assert.True(await Store.RemoveAsync(letter.Id, Cancel));
        }

        Assert.Equal(25, seen);
        Assert.Equal(0, await Store.CountAsync(Cancel));
    }

    [Fact]
    public async Task Remove_Kept_IsGoneAndOnlyThat()
    {
        await Store.AppendAsync(Letter("first"), Cancel);
        await Store.AppendAsync(Letter("second"), Cancel);

        Assert.True(await Store.RemoveAsync("first", Cancel));

        Assert.Equal("second", Assert.Single(await ListAsync()).Id);
        Assert.False(await Store.RemoveAsync("first", Cancel));
    }

    [Fact]
    public async Task Append_AfterItWasRemoved_IsKeptAgain()
    {
        await Store.AppendAsync(Letter("0123abcd"), Cancel);
        await Store.RemoveAsync("0123abcd", Cancel);

        await Store.AppendAsync(Letter("0123abcd"), Cancel);

        Assert.Single(await ListAsync());
    }

    protected static DeadLetter Letter(string id) => new()
    {
        Id = id,
        Time = new DateTimeOffset(2026, 3, 1, 12, 30, 45, 678, TimeSpan.Zero),
        Reason = DeadLetterReason.Malformed,
        EndpointName = "",
        Body = """{"entry":[{"changes":[{"value":{"messages":[{"id":"wamid.A","text":{"body":"\u0000"}}]}}]}]}"""u8.ToArray(),
    };

    private static void AssertSame(DeadLetter expected, DeadLetter actual)
    {
        Assert.Equal(expected.Body.ToArray(), actual.Body.ToArray());
        Assert.Equal(expected with { Body = default }, actual with { Body = default });
    }

    private async Task<List<DeadLetter>> ListAsync()
    {
        List<DeadLetter> letters = [];
        await foreach (DeadLetter letter in Store.ListAsync(Cancel))
        {
            letters.Add(letter);
        }

        return letters;
    }
}
