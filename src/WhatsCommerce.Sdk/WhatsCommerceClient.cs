using WhatsCommerce.Analytics;
using WhatsCommerce.BlockList;
using WhatsCommerce.Calls;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Commerce;
using WhatsCommerce.Conversations;
using WhatsCommerce.Flows;
using WhatsCommerce.Groups;
using WhatsCommerce.Media;
using WhatsCommerce.Messages;
using WhatsCommerce.Onboarding;
using WhatsCommerce.Payments;
using WhatsCommerce.PhoneNumbers;
using WhatsCommerce.QrCodes;
using WhatsCommerce.Subscriptions;
using WhatsCommerce.Templates;
using WhatsCommerce.Uploads;

namespace WhatsCommerce;

/// <summary>The client of one business: gives access to all WhatsApp features, one property for each area.</summary>
/// <remarks>
/// Registered by <c>services.AddWhatsCommerce(...)</c>; inject it (as a keyed service if it was registered with a name), or create it with
/// <see cref="IWhatsCommerceClientFactory"/> for an account that is known only at run time. Instances are thread-safe. Its members are
/// virtual, so that a test can replace them.
/// </remarks>
public class WhatsCommerceClient
{
    private readonly GraphTransport? _transport;

    internal WhatsCommerceClient(GraphTransport transport, SentMessageObservers observers, OnceSender once)
    {
        _transport = transport;
        CatalogsClient catalogs = new(transport);
        CommerceClient commerce = new(transport);
        PreflightClient preflight = new(transport, catalogs, commerce);
        Messages = new MessagesClient(transport, observers, once, new PreflightSendCheck(preflight, transport));
        Media = new MediaClient(transport);
        Uploads = new UploadsClient(transport);
        Catalogs = catalogs;
        Commerce = commerce;
        PhoneNumbers = new PhoneNumbersClient(transport);
        QrCodes = new QrCodesClient(transport);
        Groups = new GroupsClient(transport);
        Flows = new FlowsClient(transport);
        Onboarding = new OnboardingClient(transport);
        Analytics = new AnalyticsClient(transport);
        Subscriptions = new SubscriptionsClient(transport);
        BlockList = new BlockListClient(transport);
        Conversations = new ConversationsClient(transport);
        Calls = new CallsClient(transport);
        Payments = new PaymentsClient(transport);
        Templates = new TemplatesClient(transport);
        Preflight = preflight;
    }

    /// <summary>Initializes a test double that overrides the members.</summary>
    protected WhatsCommerceClient() { }

    /// <summary>Gets the client that sends messages.</summary>
    public virtual MessagesClient Messages { get; } = null!;

    /// <summary>Gets the client that uploads and downloads media files.</summary>
    public virtual MediaClient Media { get; } = null!;

    /// <summary>Gets the client that uploads samples for templates and pictures for profiles.</summary>
    public virtual UploadsClient Uploads { get; } = null!;

    /// <summary>
    /// Gets the client that manages catalogs, their items, and the connection of a catalog to the WhatsApp Business account.
    /// </summary>
    public virtual CatalogsClient Catalogs { get; } = null!;

    /// <summary>
    /// Gets the client that manages the visibility of the catalog and the cart, and the compliance data that Indian law requires.
    /// </summary>
    public virtual CommerceClient Commerce { get; } = null!;

    /// <summary>Gets the client that reads and registers phone numbers, and manages their profiles and conversational components.</summary>
    public virtual PhoneNumbersClient PhoneNumbers { get; } = null!;

    /// <summary>Gets the client that manages QR codes and short links that open a chat.</summary>
    public virtual QrCodesClient QrCodes { get; } = null!;

    /// <summary>Gets the client that manages groups and their participants.</summary>
    public virtual GroupsClient Groups { get; } = null!;

    /// <summary>Gets the client that manages flows: forms with screens that open in the chat.</summary>
    public virtual FlowsClient Flows { get; } = null!;

    /// <summary>
    /// Gets the client with which a solution provider onboards businesses: code exchange of embedded signup, accounts, lines of credit.
    /// </summary>
    public virtual OnboardingClient Onboarding { get; } = null!;

    /// <summary>Gets the client that reads analytics of messages, conversations, prices, calls, groups and templates.</summary>
    public virtual AnalyticsClient Analytics { get; } = null!;

    /// <summary>Gets the client that manages which apps receive webhooks, and at which URLs.</summary>
    public virtual SubscriptionsClient Subscriptions { get; } = null!;

    /// <summary>Gets the client that blocks and unblocks customers.</summary>
    public virtual BlockListClient BlockList { get; } = null!;

    /// <summary>Gets the client that passes, releases and takes over conversations, where several responders share the number.</summary>
    public virtual ConversationsClient Conversations { get; } = null!;

    /// <summary>
    /// Gets the client that starts, answers and ends calls, reads call permissions, and manages the number's call settings.
    /// </summary>
    public virtual CallsClient Calls { get; } = null!;

    /// <summary>Gets the client that looks up and refunds payments (India).</summary>
    public virtual PaymentsClient Payments { get; } = null!;

    /// <summary>Gets the client that creates and manages templates, and waits for their review.</summary>
    public virtual TemplatesClient Templates { get; } = null!;

    /// <summary>Gets the client that checks whether products can be shown before a message with them is sent.</summary>
    public virtual PreflightClient Preflight { get; } = null!;

    /// <summary>
    /// Gets the usage of Meta's rate limits that the last response reported; <see langword="null"/> until a response reports it.
    /// </summary>
    public virtual GraphUsage? Usage => _transport?.Usage;
}
