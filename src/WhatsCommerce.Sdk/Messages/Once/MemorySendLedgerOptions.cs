namespace WhatsCommerce.Messages;

/// <summary>Configures the limits of <see cref="MemorySendLedger"/>.</summary>
/// <remarks>Set by <c>services.Configure&lt;MemorySendLedgerOptions&gt;(...)</c>.</remarks>
public sealed class MemorySendLedgerOptions
{
    private static readonly TimeSpan LeastRetention = TimeSpan.FromDays(7);

    /// <summary>
    /// The maximum number of sends in memory; the oldest are evicted first, sent ones before those with an unknown outcome. 100,000 by
    /// default, which takes some 60 MB when full. Sends in progress are never evicted and may exceed the limit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int Capacity
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 100_000;

    /// <summary>
    /// How long a sent message is remembered: 7 days by default and at least, since Meta redelivers events for that long. An unknown
    /// outcome is remembered until it is resolved. Source: Meta, webhooks/overview.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 7 days.</exception>
    public TimeSpan Retention
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, LeastRetention);
            field = value;
        }
    } = LeastRetention;
}
