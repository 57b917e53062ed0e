namespace WhatsCommerce.Webhooks;

/// <summary>Where received events come from: a partition, as long as this instance receives from it.</summary>
internal interface IEventSource
{
    /// <summary>Gets a value indicating whether what it delivered can still be acknowledged.</summary>
    bool IsOpen { get; }

    /// <summary>Gets a value indicating whether it is about to be closed, and no further event of it may start.</summary>
    bool IsReleasing { get; }

    /// <summary>Tells the broker that a message is done. Does nothing when the source is closed: the broker delivers it again.</summary>
    ValueTask AcknowledgeAsync(ulong tag);
}

/// <summary>A message that is done.</summary>
/// <param name="Source">Where it came from.</param>
/// <param name="Tag">Its number there.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct SettledMessage(IEventSource Source, ulong Tag)
{
    public ValueTask AcknowledgeAsync() => Source.AcknowledgeAsync(Tag);
}
