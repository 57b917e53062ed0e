namespace WhatsCommerce.Webhooks;

/// <summary>A customer opened the chat for the first time and has not written yet (type <c>request_welcome</c>).</summary>
/// <remarks>Only delivered if welcome messages are enabled. Source: Meta, conversational-components.</remarks>
public sealed record WelcomeRequestEvent : MessageEvent;
