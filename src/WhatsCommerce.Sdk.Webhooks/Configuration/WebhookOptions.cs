using WhatsCommerce.Validation;

namespace WhatsCommerce.Webhooks;

/// <summary>The options of a webhook endpoint: the secrets that deliveries are signed with, the verify token, limits and retries.</summary>
/// <remarks>
/// Bound from configuration by <c>AddWhatsCommerceWebhooks</c> and read for each request, so that a changed secret takes effect at once.
/// </remarks>
public sealed class WebhookOptions
{
    /// <summary>Gets the default size limit of a body: 3 MB, the maximum that Meta sends. Source: Meta, webhooks/overview.</summary>
    public static int DefaultMaxBodyBytes => 3 * 1024 * 1024;

    private const int LargestArray = 1024 * 1024 * 1024;

    /// <summary>
    /// Gets or sets the app secret, from Meta's App Dashboard, "App settings", "Basic". Set several to rotate the secret: a delivery signed
    /// with any of them is accepted. At most <see cref="WebhookSignature.MaxSecrets"/>; empty ones are ignored. Keep secrets out of source
    /// control.
    /// </summary>
    [AppSecrets]
    public IList<string> AppSecrets { get; set; } = [];

    /// <summary>
    /// Gets or sets the verify token: a text of your choice that you also enter in the App Dashboard beside the callback URL. When it is
    /// not set, Meta's challenge is rejected, so that no callback URL can be saved.
    /// </summary>
    public string? VerifyToken { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether to accept deliveries without a signature, or any delivery when <see cref="AppSecrets"/> is
    /// empty. For development only: it takes effect only in the Development environment; elsewhere <c>MapWhatsCommerceWebhooks</c> throws
    /// at startup.
    /// </summary>
    public bool AllowUnsigned { get; set; }

    /// <summary>Gets or sets the largest accepted body, in bytes; larger ones are answered 413. The default is 3 MB.</summary>
    [NumberBetween(1, LargestArray, ErrorMessage = "{0} must be from 1 byte to 1 GB. Meta sends at most 3 MB, which is the default.")]
    public int MaxBodyBytes { get; set; } = DefaultMaxBodyBytes;

    /// <summary>
    /// Gets or sets how many attempts a handler gets for an event before the event is kept as a dead letter. Counts attempts that were
    /// interrupted, too, by a crash or because the app stopped. The default is 10; Meta's waits between its redeliveries grow, so that 10
    /// attempts take hours.
    /// </summary>
    [NumberBetween(1, 1000, ErrorMessage = "{0} must be from 1 to 1000.")]
    public int MaxAttempts { get; set; } = 10;

    /// <summary>
    /// Gets or sets how long a run owns its event unless it is renewed. A lease is renewed for as long as the handler runs, so the length
    /// only determines how long an event stays claimed after a crash. The default is 30 seconds.
    /// </summary>
    [TimeBetween(1, 86_400, ErrorMessage = "{0} must be from 1 second to 1 day.")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets how long a delivery waits before it is answered 503: for an earlier event of the same customer, for a
    /// <see cref="MaxConcurrency"/> slot, or for another instance that is running a handler for the same event. The default is 5 seconds;
    /// zero means no wait.
    /// </summary>
    /// <remarks>
    /// The limit is for all waiting of the delivery together, counted from when none of its events is running any more: while one of its
    /// handlers runs, its other events continue to wait. When waiting deliveries hold 32 MB of bodies, further ones are answered 503 at
    /// once.
    /// </remarks>
    [TimeBetween(0, 600, ErrorMessage = "{0} must be from 0 to 10 minutes.")]
    public TimeSpan WaitForOtherDelivery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Gets or sets how many events of the endpoint are handled concurrently in this process, across all deliveries; others wait for up to
    /// <see cref="WaitForOtherDelivery"/>. The default is 64. Read once, at the first delivery.
    /// </summary>
    [NumberBetween(1, 100_000, ErrorMessage = "{0} must be from 1 to 100000.")]
    public int MaxConcurrency { get; set; } = 64;

    /// <summary>
    /// Gets or sets a value indicating whether a failed handler holds back the later events of the same customer in the same delivery: they
    /// do not run, and are redelivered together with the failed event, still in order, until it is handled or dead-lettered. The default is
    /// <see langword="false"/>, so that one bad event does not delay others.
    /// </summary>
    public bool HoldBackCustomerAfterFailure { get; set; }

    /// <summary>
    /// Gets or sets the age from which an event is late: after an outage Meta delivers the events of the outage, for days. The default is
    /// <see langword="null"/>: no event is late. <see cref="LateEvents"/> specifies how late events are treated;
    /// <see cref="WebhookDiagnostics.LateEvents"/> counts them.
    /// </summary>
    /// <remarks>
    /// <para>The age is counted from the time of the event itself (of the message or the status), or else of its entry; an event without a
    /// time is never late. History and synchronized contacts are about the past by nature: their age is counted from the time of the entry
    /// only.</para>
    /// <para>The time is compared with the clock of this machine: allow for its error, and keep it synchronized. With a clock that is slow
    /// no event is late.</para>
    /// </remarks>
    [TimeBetween(60, 31_536_000, ErrorMessage = "{0} must be from 1 minute to 365 days, or not set.")]
    public TimeSpan? MaxEventAge { get; set; }

    /// <summary>
    /// Gets or sets how events older than <see cref="MaxEventAge"/> are treated. The default is <see cref="LateEvents.Mark"/>.
    /// </summary>
    public LateEvents LateEvents { get; set; }

    /// <summary>
    /// Gets or sets a name for the business portfolio whose customers the endpoint receives: any name, the same for all endpoints and
    /// accounts of the portfolio. Then a person is one customer of all of them. When it is not set, each endpoint and WhatsApp Business
    /// account has separate customers.
    /// </summary>
    /// <remarks>
    /// Meta assigns user ids by business portfolio, and a webhook does not say which portfolio it is for. Never use one name for two
    /// businesses: their customers would be mixed up where they have the same phone number.
    /// </remarks>
    public string? CustomerScope { get; set; }

    /// <summary>Gets or sets a value indicating whether tenants may have their own secrets, so that the endpoint needs none.</summary>
    internal bool UsesTenants { get; set; }

    /// <summary>The section that the options are bound to, for messages; <see langword="null"/> when they are set in code.</summary>
    internal string? SectionPath { get; set; }

    internal IReadOnlyList<string> CurrentSecrets => AppSecrets as IReadOnlyList<string> ?? [.. AppSecrets ?? []];

    internal bool HasSecret => AppSecrets is not null && AppSecrets.Any(secret => !string.IsNullOrEmpty(secret));
}

[OptionsValidator]
internal sealed partial class WebhookOptionsValidator : IValidateOptions<WebhookOptions>;
