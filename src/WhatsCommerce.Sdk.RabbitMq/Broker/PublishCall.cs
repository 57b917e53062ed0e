using System.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Messages that are published together, and the wait for the last of their confirmations.</summary>
internal sealed class PublishCall(IReadOnlyList<OutgoingMessage> messages)
{
    private readonly TaskCompletionSource<Exception?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _unconfirmed = messages.Count;

    public IReadOnlyList<OutgoingMessage> Messages => messages;

    /// <summary>Gets the span of whoever calls: the client's own spans belong to it.</summary>
    public Activity? Caller { get; } = Activity.Current;

    /// <summary>Gets what ends with the last confirmation: without an exception when all are stored.</summary>
    public Task<Exception?> Ended => _ended.Task;

    /// <summary>Called for each message that the broker has stored.</summary>
    public void Confirm()
    {
        if (Interlocked.Decrement(ref _unconfirmed) == 0)
        {
            _ended.TrySetResult(null);
        }
    }

    /// <summary>Ends the call: what was not published yet is not published any more. The first exception counts.</summary>
    public void Fail(Exception exception) => _ended.TrySetResult(exception);
}
