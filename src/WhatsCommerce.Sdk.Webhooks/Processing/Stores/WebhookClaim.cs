namespace WhatsCommerce.Webhooks;

/// <summary>The answer of an <see cref="IWebhookStore"/> to one who wants to run a handler for an event; when granted, the proof of it.</summary>
public readonly record struct WebhookClaim
{
    private WebhookClaim(WebhookKey key, WebhookClaimState state, Guid token, int attempt)
    {
        Key = key;
        State = state;
        Token = token;
        Attempt = attempt;
    }

    /// <summary>What was asked for.</summary>
    public WebhookKey Key { get; }

    /// <summary>Whether it was granted, and if not, why not.</summary>
    public WebhookClaimState State { get; }

    /// <summary>Tells this owner from earlier and later ones of the same key; empty unless granted.</summary>
    public Guid Token { get; }

    /// <summary>Which attempt this is, from 1 on; it counts those that never ended. 0 unless granted.</summary>
    public int Attempt { get; }

    /// <summary>Granted.</summary>
    /// <param name="key">What was asked for.</param>
    /// <param name="token">A token that nobody else ever gets for this key.</param>
    /// <param name="attempt">Which attempt this is, from 1 on.</param>
    public static WebhookClaim Claimed(WebhookKey key, Guid token, int attempt) => new(key, WebhookClaimState.Claimed, token, attempt);

    /// <summary>Refused: somebody else holds it.</summary>
    /// <param name="key">What was asked for.</param>
    public static WebhookClaim InProgress(WebhookKey key) => new(key, WebhookClaimState.InProgress, default, 0);

    /// <summary>Refused: it is completed or dead.</summary>
    /// <param name="key">What was asked for.</param>
    public static WebhookClaim Done(WebhookKey key) => new(key, WebhookClaimState.Done, default, 0);
}
