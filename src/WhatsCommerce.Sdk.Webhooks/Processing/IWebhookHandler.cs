namespace WhatsCommerce.Webhooks;

/// <summary>A class that handles events of webhooks. Implement <see cref="IWebhookHandler{TEvent}"/>, for one type of event or for several.</summary>
/// <remarks>It has no members of its own: it lets the compiler refuse to register a class that handles nothing.</remarks>
public interface IWebhookHandler;
