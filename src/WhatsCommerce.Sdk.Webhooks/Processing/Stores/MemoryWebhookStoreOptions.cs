namespace WhatsCommerce.Webhooks;

/// <summary>How much <see cref="MemoryWebhookStore"/> remembers. One store serves all endpoints of an app.</summary>
/// <remarks>Set by <c>services.Configure&lt;MemoryWebhookStoreOptions&gt;(...)</c>.</remarks>
public sealed class MemoryWebhookStoreOptions
{
    /// <summary>
    /// How many pairs of event and handler are remembered at most; beyond, the oldest are forgotten. 100,000 unless set, which takes
    /// some 20 MB when full. What runs is never forgotten and may go beyond.
    /// </summary>
    [NumberBetween(1, 100_000_000, ErrorMessage = "{0} must be from 1 to 100000000.")]
    public int Capacity { get; set; } = 100_000;

    /// <summary>
    /// How long a pair is remembered after its last change. 7 days unless set: as long as Meta repeats a delivery. Source: Meta,
    /// webhooks/overview.
    /// </summary>
    [TimeBetween(1, 31_536_000, ErrorMessage = "{0} must be from 1 second to 365 days.")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(7);
}
