namespace WhatsCommerce.Benchmarks.Queues;

/// <summary>Counts what is handled, and tells when it is all. Handlers may wait for a signal, so that a clock starts with them.</summary>
internal sealed class HandledCount
{
    private TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left;
    private int _absent;

    /// <summary>Begins to count down.</summary>
    public void Expect(int count)
    {
        _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _left, count);
    }

    /// <summary>Begins to count down, and lets handlers wait for <see cref="Begin"/>.</summary>
    public void ExpectHeld(int count, int handlers)
    {
        Expect(count);
        _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _absent, Math.Min(count, handlers));
    }

    /// <summary>Called by a handler: waits until it may begin.</summary>
    public Task BegunAsync()
    {
        if (!_begun.Task.IsCompleted && Interlocked.Decrement(ref _absent) == 0)
        {
            _arrived.TrySetResult();
        }

        return _begun.Task;
    }

    /// <summary>Waits until as many handlers wait as may run at once: all is warm then.</summary>
    public Task ArrivedAsync() => _arrived.Task;

    /// <summary>Lets the handlers begin.</summary>
    public void Begin() => _begun.TrySetResult();

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
