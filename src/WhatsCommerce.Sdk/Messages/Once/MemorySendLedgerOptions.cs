namespace WhatsCommerce.Messages;

/// <summary>How much <see cref="MemorySendLedger"/> remembers.</summary>
/// <remarks>Set by <c>services.Configure&lt;MemorySendLedgerOptions&gt;(...)</c>.</remarks>
public sealed class MemorySendLedgerOptions
{
    private static readonly TimeSpan LeastRetention = TimeSpan.FromDays(7);

    /// <summary>
    /// How many sends are remembered at most; beyond, the oldest are forgotten: those that were sent before those whose outcome is unknown.
    /// 100,000 unless set, which takes some 60 MB when full. Sends in progress are never dropped and may exceed it.
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
    /// How long a message that was sent is remembered. 7 days unless set, and not less: as long as Meta delivers an event again. What is
    /// unknown is remembered until it is resolved. Source: Meta, webhooks/overview.
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
