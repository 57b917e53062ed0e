using System.Net;

namespace WhatsCommerce.Testing;

/// <summary>The options of the local Cloud API. All defaults suit tests.</summary>
/// <remarks>The tokens and secrets are valid only for this emulator.</remarks>
public sealed class CloudApiEmulatorOptions
{
    /// <summary>The port; 0, the default, for any free port.</summary>
    public int Port { get; set; }

    /// <summary>
    /// The IP address to listen on; the loopback address unless set, so that only this machine can reach it. <see cref="IPAddress.Any"/>
    /// opens it to the whole network, protected only by the token.
    /// </summary>
    public IPAddress Address { get; set; } = IPAddress.Loopback;

    /// <summary>The access token that requests must contain.</summary>
    public string AccessToken { get; set; } = "local-cloud-api-token";

    /// <summary>The app secret that webhooks are signed with.</summary>
    public string AppSecret { get; set; } = "local-cloud-api-secret";

    /// <summary>The verify token of the webhook verification request.</summary>
    public string VerifyToken { get; set; } = "local-cloud-api-verify-token";

    /// <summary>The id of the business phone number that messages are sent from.</summary>
    public PhoneNumberId PhoneNumberId { get; set; } = "106540352242922";

    /// <summary>The business phone number itself, which webhooks show.</summary>
    public PhoneNumber PhoneNumber { get; set; } = PhoneNumber.Parse("+15550783881");

    /// <summary>The id of the WhatsApp Business account (WABA).</summary>
    public BusinessAccountId BusinessAccountId { get; set; } = "102290129340398";

    /// <summary>The id of the business portfolio that owns account and catalogs.</summary>
    public BusinessId BusinessId { get; set; } = "506914307656634";

    /// <summary>The id of the catalog that is connected to the account.</summary>
    public CatalogId CatalogId { get; set; } = "194836987003835";

    /// <summary>
    /// The clock of the emulator for timestamps, the 24-hour window and the delays between redeliveries. The system clock unless set.
    /// </summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>How long processing a batch of items or a feed upload takes, on the clock of the emulator; 100 ms unless set.</summary>
    public TimeSpan ProcessingTime { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long the review of an item or a template takes, on the clock of the emulator; 100 ms unless set.</summary>
    public TimeSpan ReviewTime { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// How long a call rings before it ends, on the clock of the emulator; 1 minute unless set, without limit with
    /// <see cref="Timeout.InfiniteTimeSpan"/>. Meta gives a business 30 to 60 seconds to answer, and does not document how long a customer
    /// has.
    /// </summary>
    public TimeSpan CallsRingFor { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The delays before each redelivery of a webhook that the callback did not answer with 200; after the last one it is given up. By
    /// default five short delays, 50 ms to 1 s; Meta retries for days.
    /// </summary>
    public IReadOnlyList<TimeSpan> RedeliveryWaits { get; set; } =
    [
        TimeSpan.FromMilliseconds(50),
        TimeSpan.FromMilliseconds(100),
        TimeSpan.FromMilliseconds(250),
        TimeSpan.FromMilliseconds(500),
        TimeSpan.FromSeconds(1),
    ];

    /// <summary>
    /// The latency of each response of the API, on the clock of the emulator; the delay of a fault is added. The request is processed
    /// immediately, and its statuses follow the response. No latency unless set.
    /// </summary>
    public LatencyRange Latency { get; set; }

    /// <summary>
    /// The timeout for the response of the callback, on the real clock; 1 minute unless set, so that a busy machine or a breakpoint in a
    /// handler does not cause redeliveries. Set it to test handlers that take too long.
    /// </summary>
    public TimeSpan DeliveryTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Whether a customer starts inside the 24-hour window, as if they had just written; <see langword="true"/> unless set. After that the
    /// window works as with Meta: it closes 24 hours after the customer's last message, and every message of the customer opens it again.
    /// Set it to <see langword="false"/> to test first messages to new customers: error 131047 for everything except templates.
    /// </summary>
    public bool CustomersStartInsideWindow { get; set; } = true;

    /// <summary>
    /// Whether a free-form message outside the 24-hour window is accepted first and then gets a <c>failed</c> status with 131047, as
    /// observed in practice; <see langword="false"/>, the default, answers the request with the error, as documented on Meta's page of
    /// error codes.
    /// </summary>
    public bool WindowErrorAsStatus { get; set; }

    /// <summary>
    /// Whether webhooks contain business-scoped user ids in addition to phone numbers (<c>user_id</c>, <c>from_user_id</c>,
    /// <c>recipient_user_id</c>), as Meta's do since April 2026; <see langword="true"/> unless set.
    /// </summary>
    public bool IncludeUserIds { get; set; } = true;

    /// <summary>
    /// Whether customers hide their phone numbers, as those with a user name do: webhooks identify them only by user id.
    /// <see langword="false"/> unless set; <see cref="EmulatedCustomer.HidesPhoneNumber"/> sets it for a single customer.
    /// </summary>
    public bool CustomersHidePhoneNumbers { get; set; }

    /// <summary>
    /// Whether webhooks write the hidden number of a customer as an empty string (<c>"from": ""</c>, <c>"wa_id": ""</c>,
    /// <c>"recipient_id": ""</c>), as an older page of Meta's documents it; <see langword="false"/>, the default, omits it. Source: Meta,
    /// business-scoped-user-ids.
    /// </summary>
    public bool WriteHiddenPhoneNumbersAsEmpty { get; set; }

    /// <summary>
    /// The role of the app if several apps answer in a number's conversations: <c>ai_agent</c>, <c>ctwa</c>, <c>customer_service</c>
    /// (unless set), <c>escalation</c>, <c>marketing</c> or <c>utility</c>. Only <c>escalation</c> can take a conversation. Source: Meta,
    /// conversation-routing/overview.
    /// </summary>
    public string ConversationRole { get; set; } = "customer_service";

    /// <summary>
    /// Whether an unknown template is rejected (132001) even while the account has no templates at all.
    /// <see langword="false"/> unless set: then any name is accepted until the account has its first template, so that a test needs none.
    /// </summary>
    public bool TemplatesMustExist { get; set; }

    /// <summary>
    /// The maximum number of requests, of deliveries and of messages that are kept; older ones are discarded. 5,000 unless set.
    /// </summary>
    public int HistoryLimit { get; set; } = 5_000;

    /// <summary>
    /// The maximum size in bytes of the requests and answers that are kept, of the deliveries, and of the messages of all chats; the oldest
    /// are discarded first, and the last one is always kept. 16 MB unless set.
    /// </summary>
    public long HistoryByteLimit { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// The maximum number of updates that wait for the callback; further ones are given up immediately, with a notice in
    /// <see cref="CloudApiEmulator.Notices"/>. 100,000 unless set.
    /// </summary>
    public int PendingLimit { get; set; } = 100_000;

    /// <summary>
    /// The maximum size in bytes of the webhooks that wait for the callback; further ones are given up immediately, with a notice in
    /// <see cref="CloudApiEmulator.Notices"/>. 32 MB unless set.
    /// </summary>
    public long PendingByteLimit { get; set; } = 32 * 1024 * 1024;

    /// <summary>
    /// The maximum number of updates (messages, statuses, errors) in one webhook, 1 to 1,000; 1 unless set. New updates are added to a
    /// waiting webhook, up to 3 MB in total, as Meta does under load. Numbers with their own callback get separate webhooks.
    /// </summary>
    public int UpdatesPerWebhook { get; set; } = 1;

    /// <summary>
    /// Whether a failed webhook delays later ones until it is accepted or given up; <see langword="true"/> unless set, so that a test sees
    /// everything in order. Meta does not wait: with <see langword="false"/> later webhooks are delivered while a failed one waits for its
    /// redelivery.
    /// </summary>
    public bool DeliverInOrder { get; set; } = true;

    /// <summary>
    /// Whether statuses contain <c>conversation</c>, as they do up to v23.0; <see langword="false"/> unless set, as from v24.0 on.
    /// </summary>
    public bool ConversationInStatuses { get; set; }

    /// <summary>
    /// The maximum size in bytes of the uploaded and received files that are kept; the oldest are discarded first, and the last one is
    /// always kept. 256 MB unless set. Meta keeps uploaded files for 30 days.
    /// </summary>
    public long MediaByteLimit { get; set; } = 256 * 1024 * 1024;

    /// <summary>
    /// The rate limit: the number of messages per second that one number may send, on the clock of the emulator; more fail with error
    /// 130429. No limit unless set. Meta's limit is 80, and up to 1,000 for some numbers.
    /// </summary>
    public int? MessagesPerSecond { get; set; }

    /// <summary>
    /// Whether the pair rate limit applies: a number may send a customer one message per six seconds, with a burst of up to 45; more fail
    /// with error 131056. <see langword="false"/> unless set. On the clock of the emulator.
    /// </summary>
    public bool PairRateLimit { get; set; }

    /// <summary>
    /// Middleware that handles each HTTP request before the Cloud API, and calls the next delegate for requests that are not its own: for
    /// example to serve a page, or a file that messages link to. <see langword="null"/> unless set.
    /// </summary>
    public Func<HttpContext, RequestDelegate, Task>? Middleware { get; set; }

    /// <summary>
    /// The folder for the state that survives a restart; nothing is stored unless set. It is created if it is missing, and only one
    /// emulator can use it at a time.
    /// </summary>
    /// <remarks>
    /// Stored are the catalogs with their items, sets and feeds, reviews, templates, the settings of the number of the options, customers
    /// with their chats, devices, carts, files and permissions to call, and the undelivered webhooks, which are delivered once a callback
    /// is connected. Changes by a request are stored before it is answered, so that a process that is killed loses nothing that it has
    /// acknowledged; changes by the test are stored about a second later, and at the latest when the emulator is disposed. Faults, traffic,
    /// and added numbers are not stored.
    /// </remarks>
    public string? StateFolder { get; set; }

    internal CloudApiEmulatorOptions Validated()
    {
        CloudApiEmulatorOptions copy = (CloudApiEmulatorOptions)MemberwiseClone();
        copy.RedeliveryWaits = RedeliveryWaits is null
            ? throw Wrong(nameof(RedeliveryWaits), "is null; an empty list means no redelivery")
            : [.. RedeliveryWaits];
        return this switch
        {
            { Port: < 0 or > ushort.MaxValue } => throw Wrong(nameof(Port), "is not a port; 0 selects a free one"),
            { Address: null } => throw Wrong(nameof(Address), "is null"),
            { Latency.IsValid: false } =>
                throw Wrong(nameof(Latency), "is not a range: neither value may be negative, nor the longest below the shortest"),
            { TimeProvider: null } => throw Wrong(nameof(TimeProvider), "is null"),
            { PendingLimit: < 1 } => throw Wrong(nameof(PendingLimit), "must be at least 1"),
            { PendingByteLimit: < 1 } => throw Wrong(nameof(PendingByteLimit), "must be at least 1"),
            { HistoryByteLimit: < 1 } => throw Wrong(nameof(HistoryByteLimit), "must be at least 1"),
            { UpdatesPerWebhook: < 1 or > 1_000 } => throw Wrong(nameof(UpdatesPerWebhook), "must be 1 to 1,000"),
            { MediaByteLimit: < 1 } => throw Wrong(nameof(MediaByteLimit), "must be at least 1"),
            { MessagesPerSecond: < 1 } => throw Wrong(nameof(MessagesPerSecond), "must be at least 1; null means no limit"),
            { HistoryLimit: < 1 } => throw Wrong(nameof(HistoryLimit), "must be at least 1"),
            { PhoneNumber.HasValue: false } => throw Wrong(nameof(PhoneNumber), "is not set"),
            { PhoneNumberId.HasValue: false } => throw Wrong(nameof(PhoneNumberId), "is not set"),
            { BusinessAccountId.HasValue: false } => throw Wrong(nameof(BusinessAccountId), "is not set"),
            { CatalogId.HasValue: false } => throw Wrong(nameof(CatalogId), "is not set"),
            _ when !Judging.Messages.ThreadControlRules.Roles.Contains(ConversationRole, StringComparer.Ordinal) =>
                throw Wrong(nameof(ConversationRole), "is not a role"),
            _ when string.IsNullOrWhiteSpace(AccessToken) => throw Wrong(nameof(AccessToken), "is blank"),
            _ when !BusinessId.HasValue => throw Wrong(nameof(BusinessId), "is blank"),
            _ when string.IsNullOrWhiteSpace(AppSecret) => throw Wrong(nameof(AppSecret), "is blank"),
            _ when string.IsNullOrWhiteSpace(VerifyToken) => throw Wrong(nameof(VerifyToken), "is blank"),
            _ when StateFolder is not null && string.IsNullOrWhiteSpace(StateFolder) =>
                throw Wrong(nameof(StateFolder), "is blank; null keeps nothing"),
            _ when ProcessingTime < TimeSpan.Zero => throw Wrong(nameof(ProcessingTime), "is below nothing"),
            _ when ReviewTime < TimeSpan.Zero => throw Wrong(nameof(ReviewTime), "is below nothing"),
            _ when CallsRingFor <= TimeSpan.Zero && CallsRingFor != Timeout.InfiniteTimeSpan =>
                throw Wrong(nameof(CallsRingFor), "must be longer than 0"),
            _ when DeliveryTimeout <= TimeSpan.Zero => throw Wrong(nameof(DeliveryTimeout), "must be longer than 0"),
            _ when copy.RedeliveryWaits.Any(wait => wait < TimeSpan.Zero) =>
                throw Wrong(nameof(RedeliveryWaits), "holds a wait below nothing"),
            _ => copy,
        };
    }

    private static ArgumentException Wrong(string option, string problem) =>
        new($"{nameof(CloudApiEmulatorOptions)}.{option} {problem}.", nameof(option));
}
