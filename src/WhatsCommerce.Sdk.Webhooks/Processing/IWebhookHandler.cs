namespace WhatsCommerce.Webhooks;

/// <summary>
/// The base interface of classes that handle webhook events. Implement <see cref="IWebhookHandler{TEvent}"/>, for one event type or for
/// several.
/// </summary>
/// <remarks>It has no members: with it the compiler rejects the registration of a class that handles no event.</remarks>
public interface IWebhookHandler;
