namespace WhatsCommerce.Webhooks;

/// <summary>Represents an event that failed and must run again.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RetriedEvent
{
    /// <summary>Initializes a new instance of the <see cref="RetriedEvent"/> struct.</summary>
    /// <param name="sequence">The <see cref="LeasedEvent.Sequence"/> of the event.</param>
    /// <param name="delay">The time after which it may run again.</param>
    public RetriedEvent(long sequence, TimeSpan delay)
    {
        Sequence = sequence;
        Delay = delay;
    }

    /// <summary>Gets the <see cref="LeasedEvent.Sequence"/> of the event.</summary>
    public long Sequence { get; init; }

    /// <summary>Gets the time after which it may run again.</summary>
    public TimeSpan Delay { get; init; }
}
