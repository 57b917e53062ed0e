namespace WhatsCommerce.Webhooks;

/// <summary>What became of a request to a webhook endpoint, and with it the HTTP status to answer.</summary>
public enum WebhookOutcome
{
    /// <summary>200: every handler is done with every event, or gave it up and it is kept as a dead letter. Meta does not deliver it again.</summary>
    Handled = 0,

    /// <summary>500: a handler failed; the others ran. Meta delivers the whole batch again, and only what is not done runs again.</summary>
    HandlerFailed,

    /// <summary>503: another delivery, here or elsewhere, was still running a handler for one of the events. Meta delivers it again.</summary>
    InProgress,

    /// <summary>500: the store of handled events or that of dead letters failed, so nobody knows what is done. Meta delivers it again.</summary>
    StoreFailed,

    /// <summary>200: the signature is right, but the body is no JSON object. It is kept as a dead letter: it would not get better.</summary>
    Unreadable,

    /// <summary>401: the signature is missing or wrong. Nothing was read.</summary>
    InvalidSignature,

    /// <summary>413: the body is larger than <see cref="WebhookOptions.MaxBodyBytes"/>. Nothing was read.</summary>
    BodyTooLarge,

    /// <summary>200: the challenge is answered with <see cref="WebhookAnswer.Body"/>. Meta accepts the address.</summary>
    ChallengeAccepted,

    /// <summary>403: the challenge came with another verify token.</summary>
    InvalidVerifyToken,

    /// <summary>400: the request is no challenge, a parameter is missing.</summary>
    InvalidChallenge,
}
