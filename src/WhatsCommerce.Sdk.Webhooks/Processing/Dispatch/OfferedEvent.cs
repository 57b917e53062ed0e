namespace WhatsCommerce.Webhooks;

/// <summary>An event as it is offered to the handlers of an endpoint.</summary>
/// <remarks>
/// Usually this is the event itself. A media message that asks about a product is offered as a <see cref="ProductQuestionEvent"/> to the
/// handlers of questions, unless a handler takes that kind of media. Both views are the same message: key, claims and dead letter are the
/// same.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly struct OfferedEvent
{
    private readonly WebhookEvent _event;
    private readonly ProductQuestionEvent? _question;
    private readonly string? _handlerName;

    /// <summary>Initializes the offer of an event.</summary>
    /// <param name="webhookEvent">The event.</param>
    /// <param name="handlers">The handlers of the endpoint.</param>
    /// <param name="handlerName">The only handler that runs, in a replay; <see langword="null"/> for all.</param>
    public OfferedEvent(WebhookEvent webhookEvent, HandlerRegistration[] handlers, string? handlerName)
    {
        _event = webhookEvent;
        _handlerName = handlerName;
        _question = ProductQuestionEvent.From(webhookEvent);
        if (_question is null)
        {
            return;
        }

        foreach (HandlerRegistration handler in handlers)
        {
            if (IsWanted(handler) && TakesItsKind(handler.TypeFor(webhookEvent)))
            {
                _question = null;
                return;
            }
        }
    }

    /// <summary>Returns the event as a handler takes it; <see langword="null"/> when the handler does not take it.</summary>
    public WebhookEvent? For(HandlerRegistration handler)
    {
        if (!IsWanted(handler))
        {
            return null;
        }

        if (_question is not null && handler.TypeFor(_question) == typeof(ProductQuestionEvent))
        {
            return _question;
        }

        return handler.TypeFor(_event) is null ? null : _event;
    }

    private bool IsWanted(HandlerRegistration handler) => _handlerName is null || handler.Name == _handlerName;

    // A handler of all messages or all events takes questions too, so it does not prevent the offer as a question.
    private static bool TakesItsKind(Type? type) => type is not null && type != typeof(MessageEvent) && type != typeof(WebhookEvent);
}
