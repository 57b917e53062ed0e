namespace WhatsCommerce.Webhooks;

/// <summary>What to answer to a request to a webhook endpoint.</summary>
public sealed class WebhookAnswer
{
    internal WebhookAnswer(WebhookOutcome outcome, string? body = null)
    {
        Outcome = outcome;
        Body = body;
    }

    /// <summary>What became of the request.</summary>
    public WebhookOutcome Outcome { get; }

    /// <summary>The HTTP status to answer.</summary>
    public int StatusCode => Outcome switch
    {
        WebhookOutcome.Handled or WebhookOutcome.Unreadable or WebhookOutcome.ChallengeAccepted => 200,
        WebhookOutcome.InvalidChallenge => 400,
        WebhookOutcome.InvalidSignature => 401,
        WebhookOutcome.InvalidVerifyToken => 403,
        WebhookOutcome.BodyTooLarge => 413,
        WebhookOutcome.InProgress => 503,
        _ => 500,
    };

    /// <summary>The text to answer, as <c>text/plain</c>: the challenge. <see langword="null"/> when the status says it all.</summary>
    public string? Body { get; }

    /// <summary>The outcome and its status.</summary>
    public override string ToString() => FormattableString.Invariant($"{StatusCode} {Outcome}");
}
