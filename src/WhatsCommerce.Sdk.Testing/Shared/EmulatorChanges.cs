namespace WhatsCommerce.Testing;

/// <summary>Counts the changes of each part and wakes waiters. Costs two atomic operations per change.</summary>
internal sealed class EmulatorChanges
{
    private long _chats;
    private long _customers;
    private long _catalog;
    private long _settings;
    private long _traffic;
    private TaskCompletionSource? _waiting;

    public EmulatorRevisions Current => new()
    {
        Chats = Interlocked.Read(ref _chats),
        Customers = Interlocked.Read(ref _customers),
        Catalog = Interlocked.Read(ref _catalog),
        Settings = Interlocked.Read(ref _settings),
        Traffic = Interlocked.Read(ref _traffic),
    };

    public long Chats() => Count(ref _chats);

    public long Customers() => Count(ref _customers);

    public long Catalog() => Count(ref _catalog);

    public long Settings() => Count(ref _settings);

    public long Traffic() => Count(ref _traffic);

    /// <summary>Waits until something has changed since a version.</summary>
    public async Task<EmulatorRevisions> WaitAsync(EmulatorRevisions? seen, CancellationToken cancellationToken)
    {
        while (true)
        {
            // A change after this line completes the source; an earlier one is included in the version.
            TaskCompletionSource waiting = Waiting();
            if (Current is var current && current != seen)
            {
                return current;
            }

            await waiting.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private TaskCompletionSource Waiting()
    {
        if (Volatile.Read(ref _waiting) is { } there)
        {
            return there;
        }

        TaskCompletionSource made = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return Interlocked.CompareExchange(ref _waiting, made, null) ?? made;
    }

    private long Count(ref long part)
    {
        long count = Interlocked.Increment(ref part);
        Interlocked.Exchange(ref _waiting, null)?.TrySetResult();
        return count;
    }
}
