namespace WhatsCommerce;

/// <summary>
/// Makes one call of all that come while the call before is under way: so a round trip, and a commit, serves many. Calls are made one after
/// the other, with their items in the order in which they came.
/// </summary>
/// <typeparam name="TItem">What each caller gives.</typeparam>
/// <typeparam name="TResult">What each caller gets.</typeparam>
/// <param name="call">Makes a call, and returns a result for each item, in their order. What it throws is thrown to each caller.</param>
/// <param name="mostWeight">The weight from which a call is full.</param>
/// <param name="weigh">The weight of an item; <see langword="null"/> where each weighs 1.</param>
internal sealed class GroupedCalls<TItem, TResult>(
    Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> call, int mostWeight, Func<TItem, int>? weigh = null)
{
    private readonly Lock _gate = new();
    private readonly Queue<(TItem Item, TaskCompletionSource<TResult> Result)> _waiting = new();
    private Task _calling = Task.CompletedTask;
    private bool _isCalling;
    private bool _isCompleted;

    /// <summary>Gives an item. Its place is taken when the method returns; when the task completes its call has ended.</summary>
    /// <exception cref="ObjectDisposedException">Nothing more is taken.</exception>
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

                // Otherwise the calls would keep the execution context of one of the callers, with its span.
                using (ExecutionContext.SuppressFlow())
                {
                    _calling = Task.Run(RunAsync);
                }
            }
        }

        return result.Task;
    }

    /// <summary>Takes nothing more. Calls are made for what waits.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            _isCompleted = true;
        }
    }

    /// <summary>Takes nothing more, and waits for the calls of what waits.</summary>
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
                // Whatever it is, it belongs to those who wait.
                group.ForEach(one => one.Result.TrySetException(exception));
            }
        }
    }

    /// <summary>Takes the items of the next call; none when nobody waits, and then the next caller begins again.</summary>
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
