using WhatsCommerce.Validation;

namespace WhatsCommerce.Webhooks;

/// <summary>The limits of <see cref="MemoryWebhookStore"/>. One store serves all endpoints of an app.</summary>
/// <remarks>Set with <c>services.Configure&lt;MemoryWebhookStoreOptions&gt;(...)</c>.</remarks>
public sealed class MemoryWebhookStoreOptions
{
    /// <summary>
    /// Gets or sets the maximum number of pairs of event and handler in memory; beyond that, the oldest are evicted. The default is
    /// 100,000, which takes about 20 MB when full. Entries of running handlers are never evicted and may exceed it.
    /// </summary>
    [NumberBetween(1, 100_000_000, ErrorMessage = "{0} must be from 1 to 100000000.")]
    public int Capacity { get; set; } = 100_000;

    /// <summary>
    /// Gets or sets how long a pair is remembered after its last change. The default is 7 days, as long as Meta redelivers. Source:
    /// Meta, webhooks/overview.
    /// </summary>
    [TimeBetween(1, 31_536_000, ErrorMessage = "{0} must be from 1 second to 365 days.")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(7);
}

[OptionsValidator]
internal sealed partial class MemoryWebhookStoreOptionsValidator : IValidateOptions<MemoryWebhookStoreOptions>;
