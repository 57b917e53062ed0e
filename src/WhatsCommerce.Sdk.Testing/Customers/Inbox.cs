namespace WhatsCommerce.Testing;

/// <summary>Hands the messages that reach a customer to those who wait for them, one by one.</summary>
/// <param name="limit">How many messages that nobody takes are kept.</param>
/// <param name="byteLimit">Of how many bytes together, but for the last one.</param>
/// <param name="explain">What may be why none comes, as sentences.</param>
internal sealed class Inbox(int limit, long byteLimit, Func<string> explain)
{
    private readonly Lock _gate = new();
    private readonly Queue<ReceivedMessage> _waitingMessages = new();
    private long _bytes;
    private readonly Queue<TaskCompletionSource<ReceivedMessage>> _waitingReaders = new();

    public void Put(ReceivedMessage message)
    {
        lock (_gate)
        {
            while (_waitingReaders.TryDequeue(out TaskCompletionSource<ReceivedMessage>? reader))
            {
                if (reader.TrySetResult(message))
                {
                    return;
                }
            }

            _waitingMessages.Enqueue(message);
            _bytes += message.Size;
            while (_waitingMessages.Count > limit || (_bytes > byteLimit && _waitingMessages.Count > 1))
            {
                _bytes -= _waitingMessages.Dequeue().Size;
            }
        }
    }

    /// <summary>The message that nobody has taken yet, if there is one.</summary>
    public ReceivedMessage? Peek()
    {
        lock (_gate)
        {
            return _waitingMessages.TryPeek(out ReceivedMessage? message) ? message : null;
        }
    }

    public async Task<ReceivedMessage> NextAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        TaskCompletionSource<ReceivedMessage> reader = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_waitingMessages.TryDequeue(out ReceivedMessage? message))
            {
                _bytes -= message.Size;
                return message;
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
            throw new TimeoutException($"No message reached the customer within {timeout}.{explain()}", exception);
        }
    }
}
