namespace WhatsCommerce.Webhooks;

/// <summary>The source of received events: a partition, while this instance receives from it.</summary>
internal interface IEventSource
{
    /// <summary>Gets a value indicating whether its messages can still be acknowledged.</summary>
    bool IsOpen { get; }

    /// <summary>Gets a value indicating whether it is about to be closed, so that no further event of it may start.</summary>
    bool IsReleasing { get; }

    /// <summary>Marks a message as one that is about to be acknowledged: a source that is released waits for it before it closes.</summary>
    SettledMessage Settle(ulong tag);

    /// <summary>Acknowledges a settled message. Does nothing when the source is closed: the broker delivers it again.</summary>
    ValueTask AcknowledgeAsync(SettledMessage settled);
}

/// <summary>A message to acknowledge, once.</summary>
/// <param name="Source">Its source.</param>
/// <param name="Tag">Its delivery tag.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct SettledMessage(IEventSource Source, ulong Tag)
{
    public ValueTask AcknowledgeAsync() => Source.AcknowledgeAsync(this);
}
