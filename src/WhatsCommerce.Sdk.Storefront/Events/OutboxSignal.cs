namespace WhatsCommerce.Storefronts;

/// <summary>Wakes the outbox worker of this process when there are new events.</summary>
internal sealed class OutboxSignal
{
    private volatile TaskCompletionSource _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Called by the setting thread each time the signal is set.</summary>
    public Action? Told { get; set; }

    public void Set()
    {
        _source.TrySetResult();
        Told?.Invoke();
    }

    /// <summary>Waits for a signal since the last call, or for the time to pass.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_source.Task, Task.Delay(atMost, time, over.Token)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
