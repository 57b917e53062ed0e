namespace WhatsCommerce.Messages;

/// <summary>Contains the limits that a message is checked against before it is sent.</summary>
/// <remarks>
/// Lengths count Unicode scalar values (runes): Meta says "characters" without defining them, and a letter outside the basic plane,
/// such as most emoji, is one. An emoji with a skin tone is two, a family joined of four people seven.
/// </remarks>
public static partial class MessageLimits
{
    /// <summary>Body of a text message: 4096 characters. Source: Meta OpenAPI v23.0, <c>text.body</c>.</summary>
    public static int TextBody => 4096;

    /// <summary>
    /// Body of an interactive message: 1024 characters. Source: Meta, catalogs/sell-products-and-services/share-products; OpenAPI v23.0.
    /// </summary>
    public static int InteractiveBody => 1024;

    /// <summary>
    /// Footer of an interactive message: 60 characters. Source: Meta, catalogs/sell-products-and-services/share-products; OpenAPI v23.0.
    /// </summary>
    public static int InteractiveFooter => 60;

    /// <summary>Text header of an interactive message: 60 characters. Source: Meta OpenAPI v23.0, <c>interactive.header.text</c>.</summary>
    public static int InteractiveHeaderText => 60;

    /// <summary>Sections of a product list: 10. Source: Meta, catalogs/sell-products-and-services/share-products; OpenAPI v23.0.</summary>
    public static int ProductListSections => 10;

    /// <summary>
    /// Products of a product list, over all its sections: 30. Source: Meta, catalogs/sell-products-and-services/share-products.
    /// </summary>
    public static int ProductListProducts => 30;

    /// <summary>
    /// Title of a section: 24 characters; required with more than one section. Source: Meta OpenAPI v23.0, <c>sections[].title</c>.
    /// </summary>
    public static int SectionTitle => 24;

    /// <summary>Retailer id (SKU, content id): 100 characters. Source: Meta catalog feed specification, <c>id</c>.</summary>
    public static int RetailerId => 100;

    /// <summary>File name of a document: 240 characters. Source: Kapso JavaScript SDK.</summary>
    public static int DocumentFileName => 240;

    /// <summary>Callback data of a send: 512 characters. Source: Meta changelog, <c>biz_opaque_callback_data</c>; OpenAPI v23.0.</summary>
    public static int CallbackData => 512;

    /// <summary>
    /// Time to live of a message sent without a template, at least: 30 seconds. Source: Meta, direct-send/configure-message-ttl.
    /// </summary>
    public static TimeSpan MinimumTimeToLive { get; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Time to live of a utility message sent without a template, at most: 12 hours. Source: Meta, direct-send/configure-message-ttl.
    /// </summary>
    public static TimeSpan UtilityTimeToLive { get; } = TimeSpan.FromHours(12);

    /// <summary>
    /// Time to live of an authentication message sent without a template, at most: 15 minutes. Source: Meta,
    /// direct-send/configure-message-ttl.
    /// </summary>
    public static TimeSpan AuthenticationTimeToLive { get; } = TimeSpan.FromMinutes(15);
}
