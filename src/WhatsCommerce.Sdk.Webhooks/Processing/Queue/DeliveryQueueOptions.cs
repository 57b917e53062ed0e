using WhatsCommerce.Validation;

namespace WhatsCommerce.Webhooks;

/// <summary>The options of a delivery queue. An app has one, whatever the number of its endpoints.</summary>
public sealed class DeliveryQueueOptions
{
    /// <summary>
    /// Gets or sets how many conversations of each lane this process handles at the same time. The default is 16. It replaces
    /// <see cref="WebhookOptions.MaxConcurrency"/> for the endpoints that use the queue.
    /// </summary>
    [NumberBetween(1, 10_000, ErrorMessage = "{0} must be from 1 to 10000.")]
    public int MaxConcurrency { get; set; } = 16;

    /// <summary>
    /// Gets or sets a value indicating whether an event that failed holds back the later events of its conversation until it is handled or
    /// dead-lettered. The default is <see langword="true"/>: each customer's events run in the order in which they arrived. With
    /// <see langword="false"/> only the failed event waits.
    /// </summary>
    public bool HoldBackAfterFailure { get; set; } = true;

    /// <summary>Gets or sets the wait before a failed event runs again; it doubles with each failure. The default is 5 seconds.</summary>
    [TimeBetween(0, 86_400, ErrorMessage = "{0} must be from 0 to 1 day.")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Gets or sets the longest wait before a failed event runs again. The default is 1 hour. <see cref="WebhookOptions.MaxAttempts"/> is
    /// the number of attempts: with the defaults, the tenth attempt is after 43 minutes.
    /// </summary>
    [TimeBetween(0, 604_800, ErrorMessage = "{0} must be from 0 to 7 days.")]
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Gets or sets the length of the lease with which an instance owns a conversation, and which it renews while it works: the time that a
    /// conversation waits after a crash. The default is 30 seconds.
    /// </summary>
    [TimeBetween(1, 3600, ErrorMessage = "{0} must be from 1 second to 1 hour.")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets how often an idle instance polls for work without a notification: due retries, conversations of a crashed instance. The
    /// default is 1 second.
    /// </summary>
    [TimeBetween(1, 60, ErrorMessage = "{0} must be from 1 second to 1 minute.")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Gets or sets a value indicating whether this process handles events, in addition to storing them. The default is
    /// <see langword="true"/>.
    /// </summary>
    public bool RunWorker { get; set; } = true;

    /// <summary>
    /// Gets or sets the age of the oldest waiting event above which the health check reports degraded. The default is 5 minutes.
    /// </summary>
    [TimeBetween(1, 604_800, ErrorMessage = "{0} must be from 1 second to 7 days.")]
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromMinutes(5);

    internal TimeSpan DelayAfter(int retries) =>
        RetryDelay * Math.Pow(2, Math.Min(retries, 30)) is { } delay && delay < MaxRetryDelay ? delay : MaxRetryDelay;
}

[OptionsValidator]
internal sealed partial class DeliveryQueueOptionsValidator : IValidateOptions<DeliveryQueueOptions>;
