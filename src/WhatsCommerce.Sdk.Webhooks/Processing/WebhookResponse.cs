namespace WhatsCommerce.Webhooks;

/// <summary>Represents the response to a request to a webhook endpoint.</summary>
public sealed class WebhookResponse
{
    internal WebhookResponse(WebhookOutcome outcome, string? body = null)
    {
        Outcome = outcome;
        Body = body;
    }

    /// <summary>Gets the outcome of the request.</summary>
    public WebhookOutcome Outcome { get; }

    /// <summary>Gets the HTTP status code of the response.</summary>
    public int StatusCode => Outcome switch
    {
        WebhookOutcome.Handled or WebhookOutcome.Queued or WebhookOutcome.Unreadable or WebhookOutcome.ChallengeAccepted => 200,
        WebhookOutcome.InvalidChallenge => 400,
        WebhookOutcome.InvalidSignature => 401,
        WebhookOutcome.InvalidVerifyToken or WebhookOutcome.Foreign => 403,
        WebhookOutcome.BodyTooLarge => 413,
        WebhookOutcome.InProgress => 503,
        _ => 500,
    };

    /// <summary>
    /// Gets the body of the response, as <c>text/plain</c>: the challenge. <see langword="null"/> when the response has no body.
    /// </summary>
    public string? Body { get; }

    /// <summary>Returns the status code and the outcome.</summary>
    public override string ToString() => FormattableString.Invariant($"{StatusCode} {Outcome}");
}
