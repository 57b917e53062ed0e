namespace WhatsCommerce.Testing;

/// <summary>Hands what reaches a customer, messages or calls, to those who wait for it, one by one.</summary>
/// <param name="name">What reaches the customer.</param>
/// <param name="limit">How many that nobody takes are kept.</param>
/// <param name="byteLimit">Of how many bytes together, but for the last one.</param>
/// <param name="size">How many bytes one takes.</param>
/// <param name="explain">What may be why none comes, as sentences.</param>
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

    /// <summary>The one that nobody has taken yet, if there is one.</summary>
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

        // A guard against a test that hangs runs on the real clock, whatever clock the test holds.
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
