using WhatsCommerce.BlockList;
using WhatsCommerce.Catalogs;
using WhatsCommerce.Commerce;
using WhatsCommerce.Conversations;
using WhatsCommerce.Http;
using WhatsCommerce.Media;
using WhatsCommerce.Messages;
using WhatsCommerce.Payments;
using WhatsCommerce.PhoneNumbers;
using WhatsCommerce.Subscriptions;
using WhatsCommerce.Templates;

namespace WhatsCommerce;

/// <summary>The front door: everything that one business does in WhatsApp, by capability.</summary>
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
        Catalogs = catalogs;
        Commerce = commerce;
        PhoneNumbers = new PhoneNumbersClient(transport);
        Subscriptions = new SubscriptionsClient(transport);
        BlockList = new BlockListClient(transport);
        Conversations = new ConversationsClient(transport);
        Payments = new PaymentsClient(transport);
        Templates = new TemplatesClient(transport);
        Preflight = preflight;
    }

    /// <summary>For test doubles that override the members.</summary>
    protected WhatsCommerceClient()
    {
    }

    /// <summary>Sends messages.</summary>
    public virtual MessagesClient Messages { get; } = null!;

    /// <summary>Uploads and downloads files.</summary>
    public virtual MediaClient Media { get; } = null!;

    /// <summary>Manages catalogs, what is in them, and which of them is sold from.</summary>
    public virtual CatalogsClient Catalogs { get; } = null!;

    /// <summary>Sets what customers see of the shop, and the data that Indian law asks for.</summary>
    public virtual CommerceClient Commerce { get; } = null!;

    /// <summary>Tells how the business's numbers stand, and manages their profile.</summary>
    public virtual PhoneNumbersClient PhoneNumbers { get; } = null!;

    /// <summary>Manages which apps get the webhooks, and where to.</summary>
    public virtual SubscriptionsClient Subscriptions { get; } = null!;

    /// <summary>Manages who can no longer write.</summary>
    public virtual BlockListClient BlockList { get; } = null!;

    /// <summary>Passes, releases and takes conversations, where several responders share the number.</summary>
    public virtual ConversationsClient Conversations { get; } = null!;

    /// <summary>Looks payments up and gives money back (India).</summary>
    public virtual PaymentsClient Payments { get; } = null!;

    /// <summary>Creates and manages templates, and waits for their review.</summary>
    public virtual TemplatesClient Templates { get; } = null!;

    /// <summary>Checks before a message is sent whether its products can be shown.</summary>
    public virtual PreflightClient Preflight { get; } = null!;

    /// <summary>
    /// How much of Meta's limits is used up, by the last answer to this client that told; <see langword="null"/> as long as none did.
    /// </summary>
    public virtual GraphUsage? Usage => _transport?.Usage;
}
