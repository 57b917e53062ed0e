using WhatsCommerce.Validation;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Configures how webhooks use the tenant directory. An app has one directory: all endpoints with tenants share the options.
/// </summary>
public sealed class WebhookTenantOptions
{
    /// <summary>The name of the route value that holds a tenant's id: <c>/webhooks/{tenant}</c>.</summary>
    public const string RouteValue = "tenant";

    /// <summary>
    /// Gets or sets what happens to authentic events whose number or account does not belong to a tenant. The default is
    /// <see cref="ForeignEvents.Count"/>.
    /// </summary>
    public ForeignEvents ForeignEvents { get; set; }

    /// <summary>
    /// Gets or sets how long a tenant from the directory is cached. The default is 1 minute. A delivery that was signed with none of its
    /// tenant's known secrets causes an earlier lookup, at most once per second for each tenant.
    /// </summary>
    [TimeBetween(0, 86_400, ErrorMessage = "{0} must be from 0 to 1 day.")]
    public TimeSpan CacheTime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Gets or sets how long it is cached that the directory does not know a tenant, which is how long a new tenant may have to wait. The
    /// default is 5 seconds.
    /// </summary>
    [TimeBetween(0, 3_600, ErrorMessage = "{0} must be from 0 to 1 hour.")]
    public TimeSpan UnknownCacheTime { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Gets or sets the maximum number of cached results; the oldest are evicted first. The default is 10,000. A tenant takes one for its
    /// URL, one for its account and one for each of its numbers. The same number of "unknown" results is cached separately, so that made-up
    /// ids evict no tenant.
    /// </summary>
    [NumberBetween(1, 10_000_000, ErrorMessage = "{0} must be from 1 to 10000000.")]
    public int MaxCached { get; set; } = 10_000;

    /// <summary>
    /// Gets or sets the maximum number of concurrent lookups in the directory; others wait. The default is 16: made-up ids in unverified
    /// requests cannot occupy more of its connections.
    /// </summary>
    [NumberBetween(1, 10_000, ErrorMessage = "{0} must be from 1 to 10000.")]
    public int MaxConcurrentLookups { get; set; } = 16;

    /// <summary>
    /// Gets or sets the timeout of a lookup, including waiting, before the delivery is answered 500. The default is 5 seconds.
    /// </summary>
    [TimeBetween(1, 60, ErrorMessage = "{0} must be from 1 second to 1 minute.")]
    public TimeSpan LookupTimeout { get; set; } = TimeSpan.FromSeconds(5);
}

[OptionsValidator]
internal sealed partial class WebhookTenantOptionsValidator : IValidateOptions<WebhookTenantOptions>;
