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

/// <summary>The client of one business: everything that it does in WhatsApp, by capability.</summary>
/// <remarks>
/// Registered by <c>services.AddWhatsCommerce(...)</c>; take it from the service provider, by name if it was registered with one, or
/// from <see cref="IWhatsCommerceClientFactory"/> for an account that is known only at run time.
/// One instance serves any number of threads. Its members are virtual, so that a test can replace them.
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

    /// <summary>Sends messages.</summary>
    public virtual MessagesClient Messages { get; } = null!;

    /// <summary>Uploads and downloads files.</summary>
    public virtual MediaClient Media { get; } = null!;

    /// <summary>Uploads samples for templates and pictures for profiles.</summary>
    public virtual UploadsClient Uploads { get; } = null!;

    /// <summary>Manages catalogs, their items, and the catalog that is connected to the account.</summary>
    public virtual CatalogsClient Catalogs { get; } = null!;

    /// <summary>Manages the visibility of the catalog and the cart, and the compliance data that Indian law requires.</summary>
    public virtual CommerceClient Commerce { get; } = null!;

    /// <summary>
    /// Gets the state of the business's phone numbers, registers them, and manages their profiles and conversational components.
    /// </summary>
    public virtual PhoneNumbersClient PhoneNumbers { get; } = null!;

    /// <summary>Manages QR codes and short links that open a chat.</summary>
    public virtual QrCodesClient QrCodes { get; } = null!;

    /// <summary>Manages groups, who joins them and who leaves.</summary>
    public virtual GroupsClient Groups { get; } = null!;

    /// <summary>Manages flows: forms with screens that open in the chat.</summary>
    public virtual FlowsClient Flows { get; } = null!;

    /// <summary>Onboards businesses as a solution provider: embedded sign-up's code, accounts, the line of credit.</summary>
    public virtual OnboardingClient Onboarding { get; } = null!;

    /// <summary>Reads what Meta counts: messages, conversations, prices, calls, groups, templates.</summary>
    public virtual AnalyticsClient Analytics { get; } = null!;

    /// <summary>Manages which apps receive webhooks, and their addresses.</summary>
    public virtual SubscriptionsClient Subscriptions { get; } = null!;

    /// <summary>Manages the customers who are blocked.</summary>
    public virtual BlockListClient BlockList { get; } = null!;

    /// <summary>Passes, releases and takes conversations, where several responders share the number.</summary>
    public virtual ConversationsClient Conversations { get; } = null!;

    /// <summary>Starts, answers and ends calls, reads whether a customer may be called, and manages the number's call settings.</summary>
    public virtual CallsClient Calls { get; } = null!;

    /// <summary>Gets payments and refunds them (India).</summary>
    public virtual PaymentsClient Payments { get; } = null!;

    /// <summary>Creates and manages templates, and waits for their review.</summary>
    public virtual TemplatesClient Templates { get; } = null!;

    /// <summary>Checks before a message is sent whether its products can be shown.</summary>
    public virtual PreflightClient Preflight { get; } = null!;

    /// <summary>The use of Meta's rate limits that the last answer reported; <see langword="null"/> until an answer reports it.</summary>
    public virtual GraphUsage? Usage => _transport?.Usage;
}
