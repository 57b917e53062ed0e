namespace WhatsCommerce.Testing;

/// <summary>A queue of a customer's incoming messages or calls, which hands them to waiting tests one by one.</summary>
/// <param name="name">The name of the items.</param>
/// <param name="limit">The maximum number of items that are kept.</param>
/// <param name="byteLimit">The maximum total size in bytes, except for the last item.</param>
/// <param name="size">Returns the size of an item in bytes.</param>
/// <param name="explain">Explains in sentences why no item may have arrived.</param>
internal sealed class Inbox<TItem>(string name, int limit, long byteLimit, Func<TItem, long> size, Func<string> explain)
    where TItem : class
{
    private readonly Lock _gate = new();
    private readonly Queue<TItem> _waitingItems = new();
    private long _bytes;
    private readonly Queue<TaskCompletionSource<TItem>> _waitingReaders = new();

    public void Put(TItem item)
    {
        lock (_gate)
        {
            while (_waitingReaders.TryDequeue(out TaskCompletionSource<TItem>? reader))
            {
                if (reader.TrySetResult(item))
                {
                    return;
                }
            }

            _waitingItems.Enqueue(item);
            _bytes += size(item);
            while (_waitingItems.Count > limit || (_bytes > byteLimit && _waitingItems.Count > 1))
            {
                _bytes -= size(_waitingItems.Dequeue());
            }
        }
    }

    /// <summary>The first item that was not taken yet, if there is one.</summary>
    public TItem? Peek()
    {
        lock (_gate)
        {
            return _waitingItems.TryPeek(out TItem? item) ? item : null;
        }
    }

    public async Task<TItem> NextAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        TaskCompletionSource<TItem> reader = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_waitingItems.TryDequeue(out TItem? item))
            {
                _bytes -= size(item);
                return item;
            }

            _waitingReaders.Enqueue(reader);
        }

        // The timeout for hanging tests uses the real clock, even if the test uses a fake one.
        using CancellationTokenSource guard = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        guard.CancelAfter(timeout);
        using CancellationTokenRegistration registration = guard.Token.Register(() => reader.TrySetCanceled(guard.Token));
        try
        {
            return await reader.Task.ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No {name} reached the customer within {timeout}.{explain()}", exception);
        }
    }
}
