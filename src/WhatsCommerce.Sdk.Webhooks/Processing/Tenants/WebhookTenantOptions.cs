namespace WhatsCommerce.Webhooks;

/// <summary>
/// How webhooks use the directory of tenants. An app has one directory: the options are those of all endpoints that use it.
/// </summary>
public sealed class WebhookTenantOptions
{
    /// <summary>The name of the route value that holds a tenant's id: <c>/webhooks/{tenant}</c>.</summary>
    public const string RouteValue = "tenant";

    /// <summary>
    /// Gets or sets what becomes of authentic events whose number or account is not a tenant's. The default is
    /// <see cref="ForeignEvents.Count"/>.
    /// </summary>
    public ForeignEvents ForeignEvents { get; set; }

    /// <summary>
    /// Gets or sets how long what the directory gave is used before it is asked again. The default is 1 minute. A delivery that no known
    /// secret of its tenant signed makes it ask sooner, at most once a second for each tenant.
    /// </summary>
    [TimeBetween(0, 86_400, ErrorMessage = "{0} must be from 0 to 1 day.")]
    public TimeSpan CacheTime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Gets or sets how long it is remembered that the directory did not know a tenant: so long may a new tenant wait. The default is 5
    /// seconds.
    /// </summary>
    [TimeBetween(0, 3_600, ErrorMessage = "{0} must be from 0 to 1 hour.")]
    public TimeSpan UnknownCacheTime { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Gets or sets how many answers of the directory are remembered; the oldest are forgotten first. The default is 10,000. A tenant takes
    /// one for its address, one for its account and one for each of its numbers. As many answers of "unknown" are remembered apart, so that
    /// made-up ids push no tenant out.
    /// </summary>
    [NumberBetween(1, 10_000_000, ErrorMessage = "{0} must be from 1 to 10000000.")]
    public int MaxCached { get; set; } = 10_000;

    /// <summary>
    /// Gets or sets how many questions to the directory may be under way at once; others wait. The default is 16: made-up ids in unverified
    /// requests keep no more of its connections busy.
    /// </summary>
    [NumberBetween(1, 10_000, ErrorMessage = "{0} must be from 1 to 10000.")]
    public int MaxConcurrentLookups { get; set; } = 16;

    /// <summary>
    /// Gets or sets how long a question to the directory may take, waiting included, before the delivery is answered 500. The default is 5
    /// seconds.
    /// </summary>
    [TimeBetween(1, 60, ErrorMessage = "{0} must be from 1 second to 1 minute.")]
    public TimeSpan LookupTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
