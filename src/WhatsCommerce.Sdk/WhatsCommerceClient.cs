using WhatsCommerce.Http;
using WhatsCommerce.Media;
using WhatsCommerce.Messages;

namespace WhatsCommerce;

/// <summary>The front door: everything that one business does in WhatsApp, by capability.</summary>
/// <remarks>
/// Registered by <c>services.AddWhatsCommerce(...)</c>; take it from the service provider, by name if it was registered with one.
/// One instance serves any number of threads. Its members are virtual, so that a test can replace them.
/// </remarks>
public class WhatsCommerceClient
{
    internal WhatsCommerceClient(GraphTransport transport)
    {
        Messages = new MessagesClient(transport);
        Media = new MediaClient(transport);
    }

    /// <summary>For test doubles that override the members.</summary>
    protected WhatsCommerceClient()
    {
    }

    /// <summary>Sends messages.</summary>
    public virtual MessagesClient Messages { get; } = null!;

    /// <summary>Uploads and downloads files.</summary>
    public virtual MediaClient Media { get; } = null!;
}
