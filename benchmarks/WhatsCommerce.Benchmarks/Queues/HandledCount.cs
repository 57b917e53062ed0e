namespace WhatsCommerce.Benchmarks.Queues;

/// <summary>Counts what is handled, and tells when it is all.</summary>
internal sealed class HandledCount
{
    private TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left;

    /// <summary>Begins to count down.</summary>
    public void Expect(int count)
    {
        _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _left, count);
    }

    public void Add()
    {
        int left = Interlocked.Decrement(ref _left);
        if (left == 0)
        {
            _all.TrySetResult();
        }
    }

    public Task AllAsync() => _all.Task;

    /// <summary>How many more than expected were handled.</summary>
    public int TooMany => -Math.Min(0, Volatile.Read(ref _left));
}
