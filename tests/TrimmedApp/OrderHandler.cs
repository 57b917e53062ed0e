using WhatsCommerce.Webhooks;

namespace TrimmedApp;

/// <summary>
/// A handler that nothing but its registration refers to; it handles the base type too, so that the closest one must be found.
/// </summary>
internal sealed class OrderHandler(Handled handled) : IWebhookHandler<OrderEvent>, IWebhookHandler<MessageEvent>
{
    public Task HandleAsync(OrderEvent webhookEvent, CancellationToken cancellationToken)
    {
        handled.By = $"OrderEvent {webhookEvent.Id}";
        return Task.CompletedTask;
    }

    public Task HandleAsync(MessageEvent webhookEvent, CancellationToken cancellationToken)
    {
        handled.By = $"MessageEvent {webhookEvent.Id}";
        return Task.CompletedTask;
    }
}

/// <summary>Tells the app what was handled.</summary>
internal sealed class Handled
{
    public string? By { get; set; }
}
