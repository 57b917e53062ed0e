namespace WhatsCommerce.Webhooks;

/// <summary>The route of one event type.</summary>
internal sealed class EventRoute<TEvent> : EventRoute
    where TEvent : WebhookEvent
{
    public override Type EventType => typeof(TEvent);

    public override bool IsHandledBy(Type handler) => typeof(IWebhookHandler<TEvent>).IsAssignableFrom(handler);

    public override bool Accepts(WebhookEvent webhookEvent) => webhookEvent is TEvent;

    public override Task HandleAsync(IWebhookHandler handler, WebhookEvent webhookEvent, CancellationToken cancellationToken) =>
        ((IWebhookHandler<TEvent>)handler).HandleAsync((TEvent)webhookEvent, cancellationToken);
}
