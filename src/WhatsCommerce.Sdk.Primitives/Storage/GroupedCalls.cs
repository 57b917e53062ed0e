namespace WhatsCommerce;

/// <summary>
/// Batches concurrent calls: all items that arrive while a call is running share the next call, so that one round trip and one commit serve
/// many. Calls run one after the other, with their items in the order of arrival.
/// </summary>
/// <typeparam name="TItem">The type of the item of each caller.</typeparam>
/// <typeparam name="TResult">The type of the result of each caller.</typeparam>
/// <param name="call">Processes items, and returns a result for each, in their order. Its exception is thrown to each caller.</param>
/// <param name="mostWeight">The weight at which a call is full.</param>
/// <param name="weigh">Returns the weight of an item; <see langword="null"/> if each weighs 1.</param>
internal sealed class GroupedCalls<TItem, TResult>(
    Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> call, int mostWeight, Func<TItem, int>? weigh = null)
{
    private readonly Lock _gate = new();
    private readonly Queue<(TItem Item, TaskCompletionSource<TResult> Result)> _waiting = new();
    private Task _calling = Task.CompletedTask;
    private bool _isCalling;
    private bool _isCompleted;

    /// <summary>Adds an item. Its position is fixed when the method returns; the task completes when its call has ended.</summary>
    /// <exception cref="ObjectDisposedException">No more items are accepted.</exception>
    public Task<TResult> CallAsync(TItem item)
    {
        TaskCompletionSource<TResult> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isCompleted, this);
            _waiting.Enqueue((item, result));
            if (!_isCalling)
            {
                _isCalling = true;

                // Otherwise the calls would run in the execution context of one of the callers, with its span.
                using (ExecutionContext.SuppressFlow())
                {
                    _calling = Task.Run(RunAsync);
                }
            }
        }

        return result.Task;
    }

    /// <summary>Accepts no more items. Calls for waiting items are still made.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            _isCompleted = true;
        }
    }

    /// <summary>Accepts no more items, and waits for the calls of waiting items.</summary>
    public async Task CompleteAsync()
    {
        Complete();
        await _calling.ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        while (Take() is { Count: > 0 } group)
        {
            try
            {
                IReadOnlyList<TResult> results = await call([.. group.Select(static one => one.Item)]).ConfigureAwait(false);
                for (int i = 0; i < group.Count; i++)
                {
                    group[i].Result.TrySetResult(results[i]);
                }
            }
            catch (Exception exception)
            {
                // Whatever the exception is, it belongs to the waiting callers.
                group.ForEach(one => one.Result.TrySetException(exception));
            }
        }
    }

    /// <summary>Takes the items of the next call; if there are none, the next caller starts a new loop.</summary>
    private List<(TItem Item, TaskCompletionSource<TResult> Result)> Take()
    {
        List<(TItem Item, TaskCompletionSource<TResult> Result)> group = [];
        lock (_gate)
        {
            for (int weight = 0; weight < mostWeight && _waiting.TryDequeue(out (TItem Item, TaskCompletionSource<TResult>) next);)
            {
                group.Add(next);
                weight += weigh?.Invoke(next.Item) ?? 1;
            }

            _isCalling = group.Count > 0;
        }

        return group;
    }
}
