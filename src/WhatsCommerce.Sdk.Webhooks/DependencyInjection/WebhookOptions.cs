using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Webhooks;

/// <summary>What an endpoint of webhooks needs to know: the secrets that deliveries are signed with, and the token of the challenge.</summary>
/// <remarks>
/// Bound from configuration by <c>AddWhatsCommerceWebhooks</c> and read anew for each request, so that a changed secret counts at once.
/// </remarks>
public sealed class WebhookOptions
{
    /// <summary>The limit of a body unless another is set: 3 MB, the most that Meta sends. Source: Meta, webhooks/overview.</summary>
    public const int DefaultMaxBodyBytes = 3 * 1024 * 1024;

    private const int LargestArray = 1024 * 1024 * 1024;

    /// <summary>
    /// The app secret, from Meta's App Dashboard under "App settings", "Basic". Several while one replaces another: a delivery signed
    /// with any of them is accepted. At most <see cref="WebhookSignature.MaxSecrets"/>; empty ones are passed over. Secrets: keep them
    /// out of source control.
    /// </summary>
    [AppSecrets]
    [SuppressMessage("Usage", "CA2227:Collection properties should be read only", Justification = "Options are assigned as often as they are added to.")]
    public IList<string> AppSecrets { get; set; } = [];

    /// <summary>
    /// The verify token: a text of your choice, which you also enter in the dashboard beside the address of the webhook. Without it
    /// Meta's challenge is refused, so that no address can be saved.
    /// </summary>
    public string? VerifyToken { get; set; }

    /// <summary>
    /// For development only: accept deliveries without a signature, or any when <see cref="AppSecrets"/> is empty. Takes effect only
    /// where the environment is Development; elsewhere <c>MapWhatsCommerceWebhooks</c> refuses to start with it.
    /// </summary>
    public bool AllowUnsigned { get; set; }

    /// <summary>The largest body that is accepted, in bytes; larger ones are answered 413. 3 MB unless set.</summary>
    [NumberBetween(1, LargestArray, ErrorMessage = "{0} must be from 1 byte to 1 GB. Meta sends at most 3 MB, which is the default.")]
    public int MaxBodyBytes { get; set; } = DefaultMaxBodyBytes;

    /// <summary>
    /// How often a handler is tried for an event before the event is given up and kept as a dead letter. Counts runs that were cut off,
    /// too, by a crash or because the app stopped. 10 unless set; Meta's waits between its redeliveries grow, so that this takes hours.
    /// </summary>
    [NumberBetween(1, 1000, ErrorMessage = "{0} must be from 1 to 1000.")]
    public int MaxAttempts { get; set; } = 10;

    /// <summary>
    /// How long a run owns its event unless it is renewed. It is renewed as long as the handler runs, whatever the length, so this only
    /// tells how long an event stays untouched after a crash. 30 seconds unless set.
    /// </summary>
    [TimeBetween(1, 86_400, ErrorMessage = "{0} must be from 1 second to 1 day.")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a delivery waits for what others do before it is answered 503: for an earlier event of the same customer, for a place of
    /// <see cref="MaxConcurrency"/>, for another instance that is running a handler for the same event. 5 seconds unless set; zero does not
    /// wait.
    /// </summary>
    /// <remarks>
    /// All its waiting together, from when the last of its own events came to a stand: while a handler of its own runs, its other events go
    /// on waiting. When waiting deliveries hold 32 MB of bodies, further ones are answered 503 at once.
    /// </remarks>
    [TimeBetween(0, 600, ErrorMessage = "{0} must be from 0 to 10 minutes.")]
    public TimeSpan WaitForOtherDelivery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How many events of the endpoint are handled at the same time in this process, whatever the number of deliveries; the others wait
    /// for <see cref="WaitForOtherDelivery"/>. 64 unless set. Read once, with the first delivery.
    /// </summary>
    [NumberBetween(1, 100_000, ErrorMessage = "{0} must be from 1 to 100000.")]
    public int MaxConcurrency { get; set; } = 64;

    /// <summary>
    /// Whether the later events of a customer wait when a handler failed for an earlier one of the same delivery: then they do not run
    /// and come again with it, still in order, until it is handled or given up. Off unless set, so that one bad event delays no others.
    /// </summary>
    public bool HoldBackCustomerAfterFailure { get; set; }

    /// <summary>
    /// From which age on an event is late: after an outage Meta delivers what happened meanwhile, for days. <see langword="null"/> unless
    /// set: none is. What becomes of late ones is said by <see cref="OldEvents"/>; <see cref="WebhookDiagnostics.LateEvents"/> counts them.
    /// </summary>
    /// <remarks>
    /// <para>By the time that the event itself carries (of the message, of the status), or else its entry's; what carries none is never late.
    /// History and synchronized contacts tell of the past by their nature: they go by the time of their entry alone.</para>
    /// <para>Compared with the clock of this machine: leave room for its error, and keep it synchronized. A clock that is slow makes nothing
    /// late.</para>
    /// </remarks>
    [TimeBetween(60, 31_536_000, ErrorMessage = "{0} must be from 1 minute to 365 days, or not set.")]
    public TimeSpan? MaxEventAge { get; set; }

    /// <summary>What becomes of events that are older than <see cref="MaxEventAge"/>. They are marked unless set.</summary>
    public OldEvents OldEvents { get; set; }

    /// <summary>
    /// Whose customers come to the endpoint: any name, the same for all endpoints and accounts of one business portfolio. Then a person is
    /// one customer of all of them. Not set: the customers of each endpoint and WhatsApp Business account are apart.
    /// </summary>
    /// <remarks>
    /// Meta gives user ids by business portfolio, and a webhook does not tell which one it is for. Never give one name to two businesses:
    /// their customers would be mixed up where they have the same number.
    /// </remarks>
    public string? CustomerScope { get; set; }

    internal IReadOnlyList<string> CurrentSecrets => AppSecrets as IReadOnlyList<string> ?? [.. AppSecrets ?? []];

    internal bool HasSecret => AppSecrets is not null && AppSecrets.Any(secret => !string.IsNullOrEmpty(secret));
}
