namespace WhatsCommerce.Messages;

public static partial class Message
{
    /// <summary>A plain text.</summary>
    /// <param name="body">At most <see cref="MessageLimits.TextBody"/> characters; formatting such as *bold* and links are allowed.</param>
    public static TextMessageBuilder Text(string? body) => new(body);

    /// <summary>A message with up to three buttons to answer with.</summary>
    public static ReplyButtonsMessageBuilder Buttons() => new();

    /// <summary>A message with a button that opens up to ten rows to choose from.</summary>
    /// <param name="button">What the button says, at most <see cref="MessageLimits.ListButton"/> characters.</param>
    public static ListMessageBuilder List(string? button) => new(button);

    /// <summary>A message with a button that opens an address (<c>cta_url</c>).</summary>
    /// <param name="displayText">What the button says, at most <see cref="MessageLimits.ButtonTitle"/> characters.</param>
    /// <param name="url">An absolute http or https address; another one becomes a violation.</param>
    public static CallToActionMessageBuilder CallToAction(string? displayText, string? url) => new(displayText, url);

    /// <summary>A message with a button that opens an address (<c>cta_url</c>).</summary>
    /// <param name="displayText">What the button says, at most <see cref="MessageLimits.ButtonTitle"/> characters.</param>
    /// <param name="url">An absolute http or https address; another one becomes a violation.</param>
    public static CallToActionMessageBuilder CallToAction(string? displayText, Uri? url) => new(displayText, url?.OriginalString);

    /// <summary>A message with a button that opens a flow, which is named by its id.</summary>
    /// <param name="flowId">The id: digits.</param>
    public static FlowMessageBuilder Flow(string? flowId) => new(flowId, byName: false);

    /// <summary>A message with a button that opens a flow, which is named by its name.</summary>
    /// <param name="flowName">The name; it breaks when the flow is renamed, unlike the id.</param>
    public static FlowMessageBuilder FlowByName(string? flowName) => new(flowName, byName: true);

    /// <summary>A message with two to ten cards to swipe through, each with a picture or a video and buttons.</summary>
    public static MediaCarouselMessageBuilder MediaCarousel() => new();

    /// <summary>A message that asks for the customer's location.</summary>
    public static LocationRequestMessageBuilder LocationRequest() => new();

    /// <summary>A message that asks a customer in India for a delivery address.</summary>
    public static AddressRequestMessageBuilder AddressRequest() => new();

    /// <summary>A message that asks a customer who is known by a user id only for the phone number.</summary>
    public static ContactInfoRequestMessageBuilder ContactInfoRequest() => new();

    /// <summary>A message that asks the customer for the permission to call.</summary>
    public static CallPermissionRequestMessageBuilder CallPermissionRequest() => new();

    /// <summary>A message with a button with which the customer calls the business on WhatsApp.</summary>
    public static VoiceCallMessageBuilder VoiceCall() => new();

    /// <summary>A place on the map.</summary>
    /// <param name="latitude">Degrees north of the equator, -90 to 90.</param>
    /// <param name="longitude">Degrees east of Greenwich, -180 to 180.</param>
    public static LocationMessageBuilder Location(double latitude, double longitude) => new(latitude, longitude);

    /// <summary>One or more contact cards.</summary>
    /// <param name="contacts">The contacts, at most <see cref="MessageLimits.Contacts"/>; more can be added.</param>
    public static ContactsMessageBuilder Contacts(params ReadOnlySpan<Contact> contacts) => new([.. contacts]);

    /// <summary>One or more contact cards.</summary>
    /// <param name="contacts">The contacts, at most <see cref="MessageLimits.Contacts"/>; more can be added.</param>
    public static ContactsMessageBuilder Contacts(IEnumerable<Contact> contacts)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        return new([.. contacts]);
    }

    /// <summary>An emoji on a message, in place of the one that you put there before.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="emoji">One emoji.</param>
    public static ReactionMessageBuilder Reaction(MessageId messageId, string? emoji) => new(messageId, emoji, removes: false);

    /// <summary>Takes your emoji off a message.</summary>
    /// <param name="messageId">The message.</param>
    public static ReactionMessageBuilder RemoveReaction(MessageId messageId) => new(messageId, null, removes: true);

    /// <summary>Pins a message in a group.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="expirationDays">For how many days.</param>
    public static PinMessageBuilder Pin(MessageId messageId, int expirationDays) => new(messageId, expirationDays);

    /// <summary>Takes the pin off a message in a group.</summary>
    /// <param name="messageId">The message.</param>
    public static PinMessageBuilder Unpin(MessageId messageId) => new(messageId, expirationDays: null);

    /// <summary>A message of a type that has no builder yet, or with members that its builder does not know.</summary>
    /// <example><code>Message.Raw("text", JsonElement.Parse("""{"body":"Hello"}""")).Build()</code></example>
    /// <param name="type">The type, which also names the member that holds the content.</param>
    /// <param name="payload">The content, written as it is.</param>
    public static RawMessageBuilder Raw(string? type, JsonElement payload) => new(type, payload);
}
