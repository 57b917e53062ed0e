using Microsoft.Extensions.Diagnostics.HealthChecks;
using WhatsCommerce.Webhooks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a check of the webhooks to the health checks of an app.</summary>
public static class WhatsCommerceWebhooksHealthChecksBuilderExtensions
{
    /// <summary>Checks that the settings of each endpoint are right, that the store of handled events answers, and that dead letters can be kept.</summary>
    /// <remarks>
    /// <para>Unhealthy when one of these fails: then deliveries are answered 500 and come again, for days. Degraded while dead letters wait
    /// for somebody to look at them (<see cref="DeadLetterOffice"/>), with their count as <c>dead_letters</c>. An app with dead letters takes
    /// deliveries all the same: a load balancer should not take it out for that.</para>
    /// <para>Descriptions and data hold names and counts, never secrets or anything of a customer.</para>
    /// </remarks>
    /// <param name="builder">What <c>AddHealthChecks</c> returns.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What a failure counts as; unhealthy unless given.</param>
    /// <param name="tags">Tags to choose checks by.</param>
    /// <param name="timeout">After which time it counts as failed; never unless given.</param>
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
