namespace WhatsCommerce.Webhooks.Json;

/// <summary>
/// What a message may carry beside a text or an order. Should it carry several, the first in this list makes the event and the others
/// are kept, so that the order of the members changes nothing.
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
