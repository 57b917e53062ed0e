using System.Threading.Channels;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Writes in groups what several callers want written: one writer, and while it writes the next group gathers. So a commit serves many, and
/// all is written in the order of the calls.
/// </summary>
/// <param name="write">Writes a group: all of it, or nothing.</param>
/// <param name="weigh">The weight of an item.</param>
/// <param name="mostWeight">The weight from which a group is full.</param>
internal sealed class GroupedWriter<T>(Func<IReadOnlyList<T>, ValueTask> write, Func<T, int> weigh, int mostWeight) : IAsyncDisposable
{
    private readonly Channel<(T Item, TaskCompletionSource Written)> _waiting =
        Channel.CreateUnbounded<(T, TaskCompletionSource)>(new() { SingleReader = true });

    private readonly Lock _gate = new();
    private Task? _writing;

    /// <summary>Writes an item. Its place is taken when the method returns; when the task completes it is written.</summary>
    /// <exception cref="ObjectDisposedException">The writer was disposed.</exception>
    public Task WriteAsync(T item)
    {
        TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite((item, written)), this);
        Start();
        return written.Task;
    }

    /// <summary>Takes nothing more. What waits is written.</summary>
    public void Complete() => _waiting.Writer.TryComplete();

    /// <summary>Writes what waits, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        Complete();
        if (_writing is { } writing)
        {
            await writing.ConfigureAwait(false);
        }
    }

    private void Start()
    {
        if (_writing is not null)
        {
            return;
        }

        lock (_gate)
        {
            // Otherwise the writer would keep the execution context of the first caller, with its span, forever.
            using (ExecutionContext.SuppressFlow())
            {
                _writing ??= Task.Run(RunAsync);
            }
        }
    }

    private async Task RunAsync()
    {
        List<(T Item, TaskCompletionSource Written)> group = [];
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            group.Clear();
            for (int weight = 0; weight < mostWeight && _waiting.Reader.TryRead(out (T Item, TaskCompletionSource Written) next);)
            {
                group.Add(next);
                weight += weigh(next.Item);
            }

            try
            {
                await write([.. group.Select(one => one.Item)]).ConfigureAwait(false);
                group.ForEach(one => one.Written.SetResult());
            }
#pragma warning disable CA1031 // It belongs to those who wait.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                group.ForEach(one => one.Written.SetException(exception));
            }
        }
    }
}
