namespace WhatsCommerce.Testing;

/// <summary>Counts what is still under way and tells when nothing is.</summary>
internal sealed class Quiet
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _waiting;
    private int _underWay;
    private bool _closed;

    /// <summary>One more thing is under way; each call wants one <see cref="Release"/>.</summary>
    public void Hold()
    {
        lock (_gate)
        {
            _underWay++;
        }
    }

    /// <summary>One thing has ended.</summary>
    public void Release()
    {
        TaskCompletionSource? waiting = null;
        lock (_gate)
        {
            if (--_underWay == 0)
            {
                (waiting, _waiting) = (_waiting, null);
            }
        }

        waiting?.TrySetResult();
    }

    /// <summary>Nothing will end any more: lets go of those who wait.</summary>
    public void Close()
    {
        TaskCompletionSource? waiting;
        lock (_gate)
        {
            _closed = true;
            (waiting, _waiting) = (_waiting, null);
        }

        waiting?.TrySetException(new ObjectDisposedException(nameof(CloudApiEmulator)));
    }

    /// <summary>Waits until nothing is under way.</summary>
    /// <exception cref="ObjectDisposedException">The emulator was disposed while something was.</exception>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_underWay == 0)
            {
                return Task.CompletedTask;
            }

            _waiting ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _waiting.Task.WaitAsync(cancellationToken);
        }
    }
}
