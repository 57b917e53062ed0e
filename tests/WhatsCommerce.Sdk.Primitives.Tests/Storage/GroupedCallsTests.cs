namespace WhatsCommerce.Tests.Storage;

/// <summary>What comes while a call is under way shares the next one, in its order.</summary>
public sealed class GroupedCallsTests
{
    private readonly List<int[]> _calls = [];
    private readonly TaskCompletionSource _firstIsUnderWay = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task CallAsync_WhileACallIsUnderWay_SharesTheNextOneInOrder()
    {
        GroupedCalls<int, string> calls = new(CallAsync, mostWeight: 100);

        Task<string> first = calls.CallAsync(1);
        await _firstIsUnderWay.Task;
        Task<string>[] others = [calls.CallAsync(2), calls.CallAsync(3), calls.CallAsync(4)];
        _gate.SetResult();

        Assert.Equal("1", await first);
        Assert.Equal<string>(["2", "3", "4"], await Task.WhenAll(others));
        Assert.Equal<int[]>([[1], [2, 3, 4]], _calls);
    }

    [Theory]
    [InlineData(false, 2, new[] { 2, 3 }, new[] { 4, 5 })]
    [InlineData(true, 5, new[] { 2, 3 }, new[] { 4, 5 })]
    [InlineData(true, 6, new[] { 2, 3, 4 }, new[] { 5 })]
    public async Task CallAsync_MoreThanACallHolds_GoIntoTheOneAfter(bool isWeighed, int mostWeight, int[] second, int[] third)
    {
        GroupedCalls<int, string> calls = new(CallAsync, mostWeight, isWeighed ? static item => item : null);

        Task<string> first = calls.CallAsync(1);
        await _firstIsUnderWay.Task;
        Task<string>[] others = [.. Enumerable.Range(2, 4).Select(calls.CallAsync)];
        _gate.SetResult();
        await first;
        await Task.WhenAll(others);

        Assert.Equal<int[]>([[1], second, third], _calls);
    }

    [Fact]
    public async Task CallAsync_CallThrows_ThrowsToAllOfItAndToNoneOfTheNext()
    {
        GroupedCalls<int, string> calls = new(
            async items => items.Contains(2) ? throw new InvalidOperationException("broken") : await CallAsync(items), mostWeight: 2);

        Task<string> first = calls.CallAsync(1);
        await _firstIsUnderWay.Task;
        Task<string>[] others = [.. Enumerable.Range(2, 3).Select(calls.CallAsync)];
        _gate.SetResult();

        Assert.Equal("1", await first);
        await Assert.ThrowsAsync<InvalidOperationException>(() => others[0]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => others[1]);
        Assert.Equal("4", await others[2]);
    }

    [Fact]
    public async Task CallAsync_NobodyWaitedInBetween_BeginsAnew()
    {
        _gate.SetResult();
        GroupedCalls<int, string> calls = new(CallAsync, mostWeight: 100);

        Assert.Equal("1", await calls.CallAsync(1));
        Assert.Equal("2", await calls.CallAsync(2));
    }

    [Fact]
    public async Task CompleteAsync_WithWhatWaits_CallsItAndTakesNothingMore()
    {
        GroupedCalls<int, string> calls = new(CallAsync, mostWeight: 100);
        Task<string> first = calls.CallAsync(1);
        await _firstIsUnderWay.Task;
        Task<string> second = calls.CallAsync(2);

        Task completion = calls.CompleteAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => calls.CallAsync(3));
        Assert.False(completion.IsCompleted);
        _gate.SetResult();
        await completion;

        Assert.Equal(("1", "2"), (await first, await second));
        Assert.Equal<int[]>([[1], [2]], _calls);
    }

    [Fact]
    public async Task CallAsync_CallerWithAContext_DoesNotLendItToTheCall()
    {
        _gate.SetResult();
        AsyncLocal<string?> span = new() { Value = "of the caller" };
        string? seen = "not called";
        GroupedCalls<int, string> calls = new(
            items =>
            {
                seen = span.Value;
                return CallAsync(items);
            },
            mostWeight: 100);

        await calls.CallAsync(1);

        Assert.Null(seen);
    }

    private async Task<IReadOnlyList<string>> CallAsync(IReadOnlyList<int> items)
    {
        _calls.Add([.. items]);
        _firstIsUnderWay.TrySetResult();
        await _gate.Task;
        return [.. items.Select(item => FormattableString.Invariant($"{item}"))];
    }
}
