using Microsoft.Extensions.Diagnostics.HealthChecks;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that add a health check of the webhooks.</summary>
public static class WhatsCommerceWebhooksHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that the options of each endpoint are valid, that the store of handled events responds, and that dead letters can be
    /// kept.
    /// </summary>
    /// <remarks>
    /// <para>Unhealthy when one of these fails: then deliveries are answered 500 and redelivered, for days. Degraded while dead letters
    /// wait to be handled (<see cref="DeadLetterQueue"/>), with their number as <c>dead_letters</c>. An app with dead letters still handles
    /// deliveries: a load balancer should not remove it for that. With <c>UseDeliveryQueue</c>, also unhealthy when the queue does not
    /// respond, and degraded when its oldest event is older than <see cref="DeliveryQueueOptions.MaxAge"/>, with <c>queue_depth</c> and
    /// <c>queue_oldest_seconds</c>.</para>
    /// <para>Descriptions and data contain names and counts, never secrets or anything of a customer.</para>
    /// </remarks>
    /// <param name="builder">The builder that <c>AddHealthChecks</c> returns.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">The status to report on failure; the default is unhealthy.</param>
    /// <param name="tags">Tags for filtering checks.</param>
    /// <param name="timeout">The time after which the check fails; no timeout by default.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddWhatsCommerceWebhooks(
        this IHealthChecksBuilder builder,
        string name = "whatscommerce_webhooks",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new(name, static services => new WebhookHealthCheck(services), failureStatus, tags, timeout));
    }
}
