namespace WhatsCommerce.Webhooks;

/// <summary>Specifies the outcome of a request to a webhook endpoint, which determines the HTTP status code of the answer.</summary>
public enum WebhookOutcome
{
    /// <summary>200: for every event, every handler is done or the event was dead-lettered. Meta does not deliver it again.</summary>
    Handled = 0,

    /// <summary>500: a handler failed; the others ran. Meta delivers the whole batch again, and only what is not done runs again.</summary>
    HandlerFailed,

    /// <summary>
    /// 503: another delivery, in this process or another one, was still running a handler for one of the events. Meta delivers it again.
    /// </summary>
    InProgress,

    /// <summary>
    /// 500: the store of handled events or the dead-letter store failed, so it is unknown what is done. Meta delivers it again.
    /// </summary>
    StoreFailed,

    /// <summary>
    /// 200: the signature is valid, but the body is not a JSON object. It is kept as a dead letter: a redelivery would fail the same way.
    /// </summary>
    Unreadable,

    /// <summary>401: the signature is missing or invalid. The body was not read.</summary>
    InvalidSignature,

    /// <summary>413: the body is larger than <see cref="WebhookOptions.MaxBodyBytes"/>. It was not read.</summary>
    BodyTooLarge,

    /// <summary>200: the challenge is answered with <see cref="WebhookResponse.Body"/>. Meta accepts the callback URL.</summary>
    ChallengeAccepted,

    /// <summary>403: the challenge came with the wrong verify token.</summary>
    InvalidVerifyToken,

    /// <summary>400: the request is not a challenge, since a parameter is missing.</summary>
    InvalidChallenge,

    /// <summary>200: the events are stored in the delivery queue, see <c>UseDeliveryQueue</c>. They are handled from there.</summary>
    Queued,

    /// <summary>
    /// 403: an event belongs to no tenant, and <see cref="ForeignEvents.Refuse"/> is set. The other events were handled. Meta delivers it
    /// again.
    /// </summary>
    Foreign,
}
