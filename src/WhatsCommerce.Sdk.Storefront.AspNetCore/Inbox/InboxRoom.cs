namespace WhatsCommerce.Storefronts;

/// <summary>The services that handle the inbox's page for one shop.</summary>
internal sealed record InboxRoom(StorefrontConversations Conversations, InboxReading Reading, InboxActs Acts, InboxStream Stream);
