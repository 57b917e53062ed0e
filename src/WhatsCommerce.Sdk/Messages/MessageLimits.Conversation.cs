namespace WhatsCommerce.Messages;

public static partial class MessageLimits
{
    /// <summary>Reply buttons of a message: 3. Source: Meta OpenAPI v23.0, <c>action.buttons</c>.</summary>
    public static int ReplyButtons => 3;

    /// <summary>
    /// Id of a reply button, also of a quick reply on a card: 256 characters. Source: Meta OpenAPI v23.0, <c>reply.id</c>;
    /// messages/interactive-media-carousel-messages.
    /// </summary>
    public static int ReplyButtonId => 256;

    /// <summary>
    /// Title of a button: 20 characters. Source: Meta OpenAPI v23.0, <c>reply.title</c>; messages/interactive-cta-url-messages;
    /// messages/interactive-media-carousel-messages.
    /// </summary>
    public static int ButtonTitle => 20;

    /// <summary>
    /// Body of a list: 4096 characters. Source: Meta, messages/interactive-list-messages; the older OpenAPI v23.0 says 1024.
    /// </summary>
    public static int ListBody => 4096;

    /// <summary>Text of the button that opens a list: 20 characters. Source: Meta OpenAPI v23.0, <c>action.button</c>.</summary>
    public static int ListButton => 20;

    /// <summary>Sections of a list: 10. Source: Meta OpenAPI v23.0, <c>action.sections</c>.</summary>
    public static int ListSections => 10;

    /// <summary>Rows of a list, over all its sections: 10. Source: Meta, messages/interactive-list-messages; OpenAPI v23.0.</summary>
    public static int ListRows => 10;

    /// <summary>Id of a row of a list: 200 characters. Source: Meta OpenAPI v23.0, <c>rows[].id</c>.</summary>
    public static int ListRowId => 200;

    /// <summary>Title of a row of a list: 24 characters. Source: Meta OpenAPI v23.0, <c>rows[].title</c>.</summary>
    public static int ListRowTitle => 24;

    /// <summary>Description of a row of a list: 72 characters. Source: Meta OpenAPI v23.0, <c>rows[].description</c>.</summary>
    public static int ListRowDescription => 72;

    /// <summary>Text of the button that opens a flow: 30 characters. Source: Meta OpenAPI v23.0, <c>parameters.flow_cta</c>.</summary>
    public static int FlowButton => 30;

    /// <summary>Cards of a carousel, at least: 2. Source: Meta, messages/interactive-media-carousel-messages.</summary>
    public static int CarouselMinCards => 2;

    /// <summary>Cards of a carousel, at most: 10. Source: Meta, messages/interactive-media-carousel-messages.</summary>
    public static int CarouselCards => 10;

    /// <summary>Body of a card: 160 characters. Source: Meta, messages/interactive-media-carousel-messages.</summary>
    public static int CardBody => 160;

    /// <summary>Line breaks in the body of a card: 2. Source: Meta, messages/interactive-media-carousel-messages.</summary>
    public static int CardBodyLineBreaks => 2;

    /// <summary>Pin code of an Indian address: 6 characters. Source: Meta, messages/address-messages.</summary>
    public static int AddressPinCode => 6;

    /// <summary>Time for which a call button works, at least: 1 minute. Source: Meta, calling/call-button-messages-deep-links.</summary>
    public static int CallButtonMinMinutes => 1;

    /// <summary>
    /// Time for which a call button works, at most: 43,200 minutes (30 days). Source: Meta, calling/call-button-messages-deep-links.
    /// </summary>
    public static int CallButtonMinutes => 43_200;

    /// <summary>
    /// Data of a call button in the calls webhook: 512 characters. Source: Meta, calling/call-button-messages-deep-links.
    /// </summary>
    public static int CallButtonPayload => 512;

    /// <summary>Caption of a picture, video or document: 1024 characters. Source: Meta OpenAPI v23.0, <c>caption</c>.</summary>
    public static int MediaCaption => 1024;

    /// <summary>Name of a location: 100 characters. Source: Kapso JavaScript SDK.</summary>
    public static int LocationName => 100;

    /// <summary>Address of a location: 300 characters. Source: Kapso JavaScript SDK.</summary>
    public static int LocationAddress => 300;

    /// <summary>Contacts in one message: 257. Source: pywa; Meta OpenAPI v23.0 says 5, and Meta's page advises fewer than 257.</summary>
    public static int Contacts => 257;
}
