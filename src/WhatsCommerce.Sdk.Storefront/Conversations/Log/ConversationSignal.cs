namespace WhatsCommerce.Storefronts;

/// <summary>Tells any number of watchers in this process that a conversation changed.</summary>
internal sealed class ConversationSignal
{
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What completes with the next change. Take it before you look, so that no change falls between.</summary>
    public Task Next => _next.Task;

    public void Set()
    {
        TaskCompletionSource now = _next;
        _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        now.TrySetResult();
    }
}
