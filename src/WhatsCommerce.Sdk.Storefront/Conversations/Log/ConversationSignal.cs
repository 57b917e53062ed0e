namespace WhatsCommerce.Storefronts;

/// <summary>Notifies any number of watchers in this process that a conversation changed.</summary>
internal sealed class ConversationSignal
{
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A task that completes with the next change. Get it before you read, so that no change is missed.</summary>
    public Task Next => _next.Task;

    public void Set()
    {
        TaskCompletionSource now = _next;
        _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        now.TrySetResult();
    }
}
