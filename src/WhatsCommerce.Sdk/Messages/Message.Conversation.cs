namespace WhatsCommerce.Messages;

public static partial class Message
{
    /// <summary>Starts a text message.</summary>
    /// <param name="body">At most <see cref="MessageLimits.TextBody"/> characters; formatting such as *bold* and links are allowed.</param>
    public static TextMessageBuilder Text(string? body) => new(body);

    /// <summary>Starts a message with up to three reply buttons.</summary>
    public static ReplyButtonsMessageBuilder Buttons() => new();

    /// <summary>Starts a message with a button that opens a list of up to ten rows to choose from.</summary>
    /// <param name="button">The text of the button, at most <see cref="MessageLimits.ListButton"/> characters.</param>
    public static ListMessageBuilder List(string? button) => new(button);

    /// <summary>Starts a message with a button that opens a URL (<c>cta_url</c>).</summary>
    /// <param name="displayText">The text of the button, at most <see cref="MessageLimits.ButtonTitle"/> characters.</param>
    /// <param name="url">An absolute http or https URL; anything else becomes a violation.</param>
    public static CallToActionMessageBuilder CallToAction(string? displayText, string? url) => new(displayText, url);

    /// <summary>Starts a message with a button that opens a URL (<c>cta_url</c>).</summary>
    /// <param name="displayText">The text of the button, at most <see cref="MessageLimits.ButtonTitle"/> characters.</param>
    /// <param name="url">An absolute http or https URL; anything else becomes a violation.</param>
    public static CallToActionMessageBuilder CallToAction(string? displayText, Uri? url) => new(displayText, url?.OriginalString);

    /// <summary>Starts a message with a button that opens a flow, given by its id.</summary>
    /// <param name="flowId">The id: digits.</param>
    public static FlowMessageBuilder Flow(string? flowId) => new(flowId, byName: false);

    /// <summary>Starts a message with a button that opens a flow, given by its name.</summary>
    /// <param name="flowName">The name; unlike an id, it no longer works when the flow is renamed.</param>
    public static FlowMessageBuilder FlowByName(string? flowName) => new(flowName, byName: true);

    /// <summary>Starts a carousel of two to ten cards, each with a picture or a video and buttons.</summary>
    public static MediaCarouselMessageBuilder MediaCarousel() => new();

    /// <summary>Starts a message that asks for the customer's location.</summary>
    public static LocationRequestMessageBuilder LocationRequest() => new();

    /// <summary>Starts a message that asks a customer in India for a delivery address.</summary>
    public static AddressRequestMessageBuilder AddressRequest() => new();

    /// <summary>Starts a message that asks for the phone number of a customer whose user id alone is known.</summary>
    public static ContactInfoRequestMessageBuilder ContactInfoRequest() => new();

    /// <summary>Starts a message that asks the customer for permission to call.</summary>
    public static CallPermissionRequestMessageBuilder CallPermissionRequest() => new();

    /// <summary>Starts a message with a button with which the customer calls the business on WhatsApp.</summary>
    public static VoiceCallMessageBuilder VoiceCall() => new();

    /// <summary>Starts a message with a place on the map.</summary>
    /// <param name="latitude">Degrees north of the equator, -90 to 90.</param>
    /// <param name="longitude">Degrees east of Greenwich, -180 to 180.</param>
    public static LocationMessageBuilder Location(double latitude, double longitude) => new(latitude, longitude);

    /// <summary>Starts a message with one or more contact cards.</summary>
    /// <param name="contacts">The contacts, at most <see cref="MessageLimits.Contacts"/>; more can be added.</param>
    public static ContactsMessageBuilder Contacts(params ReadOnlySpan<Contact> contacts) => new([.. contacts]);

    /// <summary>Starts a message with one or more contact cards.</summary>
    /// <param name="contacts">The contacts, at most <see cref="MessageLimits.Contacts"/>; more can be added.</param>
    public static ContactsMessageBuilder Contacts(IEnumerable<Contact> contacts)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        return new([.. contacts]);
    }

    /// <summary>Starts a reaction: an emoji on a message, which replaces your previous reaction.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="emoji">One emoji.</param>
    public static ReactionMessageBuilder Reaction(MessageId messageId, string? emoji) => new(messageId, emoji, removes: false);

    /// <summary>Starts the removal of your reaction from a message.</summary>
    /// <param name="messageId">The message.</param>
    public static ReactionMessageBuilder RemoveReaction(MessageId messageId) => new(messageId, null, removes: true);

    /// <summary>Starts a message that pins another message in a group.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="expirationDays">The number of days.</param>
    public static PinMessageBuilder Pin(MessageId messageId, int expirationDays) => new(messageId, expirationDays);

    /// <summary>Starts a message that unpins another message in a group.</summary>
    /// <param name="messageId">The message.</param>
    public static PinMessageBuilder Unpin(MessageId messageId) => new(messageId, expirationDays: null);

    /// <summary>Starts a message from JSON: of a type that has no builder yet, or with members that its builder does not support.</summary>
    /// <example><code>Message.Raw("text", JsonElement.Parse("""{"body":"Hello"}""")).Build()</code></example>
    /// <param name="type">The type, which is also the name of the member with the content.</param>
    /// <param name="payload">The content, written as it is.</param>
    public static RawMessageBuilder Raw(string? type, JsonElement payload) => new(type, payload);
}
