using System.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Messages that are published together, and the wait for the last of their confirmations.</summary>
internal sealed class PublishCall(IReadOnlyList<OutgoingMessage> messages)
{
    private readonly TaskCompletionSource<Exception?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _unconfirmed = messages.Count;

    public IReadOnlyList<OutgoingMessage> Messages => messages;

    /// <summary>Gets the span of the caller, the parent of the client's own spans.</summary>
    public Activity? Caller { get; } = Activity.Current;

    /// <summary>Gets a task that ends with the last confirmation: without an exception when all messages are stored.</summary>
    public Task<Exception?> Ended => _ended.Task;

    /// <summary>Called for each message that the broker has stored.</summary>
    public void Confirm()
    {
        if (Interlocked.Decrement(ref _unconfirmed) == 0)
        {
            _ended.TrySetResult(null);
        }
    }

    /// <summary>Ends the call: messages that were not published yet are not published any more. The first exception counts.</summary>
    public void Fail(Exception exception) => _ended.TrySetResult(exception);
}
