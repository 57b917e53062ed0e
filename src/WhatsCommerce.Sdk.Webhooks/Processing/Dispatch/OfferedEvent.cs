using System.Runtime.InteropServices;

namespace WhatsCommerce.Webhooks;

/// <summary>An event as it is offered to the handlers of an endpoint.</summary>
/// <remarks>
/// As a rule that is the event itself. A picture or the like that asks about a product is a question for those who handle questions, unless
/// somebody handles pictures. Both are the same message: key, claims and dead letter do not differ.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly struct OfferedEvent
{
    private readonly WebhookEvent _event;
    private readonly ProductQuestionEvent? _question;
    private readonly string? _handlerName;

    /// <summary>Offers an event.</summary>
    /// <param name="webhookEvent">The event.</param>
    /// <param name="handlers">The handlers of the endpoint.</param>
    /// <param name="handlerName">The only one of them that is to run, in a replay; <see langword="null"/> for all.</param>
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

    /// <summary>The event as a handler takes it; <see langword="null"/> when it does not.</summary>
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

    // Whoever takes all messages, or all events, takes questions too and is no reason to ask nobody else.
    private static bool TakesItsKind(Type? type) => type is not null && type != typeof(MessageEvent) && type != typeof(WebhookEvent);
}
