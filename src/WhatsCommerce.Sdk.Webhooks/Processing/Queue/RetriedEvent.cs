namespace WhatsCommerce.Webhooks;

/// <summary>An event that failed and is to run again.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RetriedEvent
{
    /// <summary>Initializes a new instance of the <see cref="RetriedEvent"/> struct.</summary>
    /// <param name="sequence">Its <see cref="LeasedEvent.Sequence"/>.</param>
    /// <param name="delay">The time after which it may run again.</param>
    public RetriedEvent(long sequence, TimeSpan delay)
    {
        Sequence = sequence;
        Delay = delay;
    }

    /// <summary>Gets its <see cref="LeasedEvent.Sequence"/>.</summary>
    public long Sequence { get; init; }

    /// <summary>Gets the time after which it may run again.</summary>
    public TimeSpan Delay { get; init; }
}
