namespace WhatsCommerce.Webhooks;

/// <summary>A customer opened the chat for the first time and wrote nothing yet (type <c>request_welcome</c>).</summary>
/// <remarks>
/// Comes only where the welcome message is switched on. Source: Meta, conversational-components.
/// </remarks>
public sealed record WelcomeRequestEvent : MessageEvent;
