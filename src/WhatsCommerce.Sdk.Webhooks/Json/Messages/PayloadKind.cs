namespace WhatsCommerce.Webhooks.Json;

/// <summary>
/// The kinds of payloads besides text and order. If a message has several, the first in this list determines the event and the others are
/// kept, so that the order of the members does not matter.
/// </summary>
internal enum PayloadKind
{
    None = 0,
    Interactive,
    Button,
    Image,
    Video,
    Audio,
    Voice,
    Document,
    Sticker,
    Location,
    Contacts,
    Reaction,
    System,
    Edit,
    Revoke,
    Unsupported,
}
