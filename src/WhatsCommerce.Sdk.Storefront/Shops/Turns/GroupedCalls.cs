namespace WhatsCommerce.Storefronts;

/// <summary>Makes one call of all that come while the call before is under way.</summary>
/// <typeparam name="TItem">What each caller gives.</typeparam>
/// <typeparam name="TResult">What each caller gets.</typeparam>
internal sealed class GroupedCalls<TItem, TResult>(Func<IReadOnlyList<TItem>, Task<Func<TItem, TResult>>> call, int mostOfACall)
{
    private readonly Lock _gate = new();
    private readonly Queue<(TItem Item, TaskCompletionSource<TResult> Result)> _waiting = new();
    private bool _isCalling;

    public Task<TResult> CallAsync(TItem item)
    {
        TaskCompletionSource<TResult> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Enqueue((item, result));
            if (!_isCalling)
            {
                _isCalling = true;
                _ = Task.Run(CallAsync);
            }
        }

        return result.Task;
    }

    private async Task CallAsync()
    {
        while (true)
        {
            List<(TItem Item, TaskCompletionSource<TResult> Result)> group = [];
            lock (_gate)
            {
                while (group.Count < mostOfACall && _waiting.TryDequeue(out (TItem, TaskCompletionSource<TResult>) next))
                {
                    group.Add(next);
                }

                if (group.Count == 0)
                {
                    _isCalling = false;
                    return;
                }
            }

            try
            {
                Func<TItem, TResult> results = await call([.. group.Select(static one => one.Item)]).ConfigureAwait(false);
                group.ForEach(one => one.Result.TrySetResult(results(one.Item)));
            }
#pragma warning disable CA1031 // Whatever it is, it is each caller's.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                group.ForEach(one => one.Result.TrySetException(exception));
            }
        }
    }
}
