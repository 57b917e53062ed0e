namespace WhatsCommerce.Webhooks;

/// <summary>
/// The answer of an <see cref="IWebhookStore"/> to a request to run a handler for an event. When granted, it is the proof of ownership.
/// </summary>
public readonly record struct WebhookClaim
{
    private WebhookClaim(WebhookKey key, WebhookClaimState state, Guid token, int attempt)
    {
        Key = key;
        State = state;
        Token = token;
        Attempt = attempt;
    }

    /// <summary>Gets the requested key.</summary>
    public WebhookKey Key { get; }

    /// <summary>Gets a value that indicates whether the claim was granted, and if not, why not.</summary>
    public WebhookClaimState State { get; }

    /// <summary>Gets the token that distinguishes this owner from earlier and later owners of the same key; empty unless granted.</summary>
    public Guid Token { get; }

    /// <summary>Gets the number of the attempt, starting at 1. It counts attempts that never ended. 0 unless granted.</summary>
    public int Attempt { get; }

    /// <summary>Creates a claim that is granted.</summary>
    /// <param name="key">The requested key.</param>
    /// <param name="token">A token that no other owner of this key ever gets.</param>
    /// <param name="attempt">The number of the attempt, starting at 1.</param>
    public static WebhookClaim Claimed(WebhookKey key, Guid token, int attempt) => new(key, WebhookClaimState.Claimed, token, attempt);

    /// <summary>Creates a claim that is not granted because another owner holds the key.</summary>
    /// <param name="key">The requested key.</param>
    public static WebhookClaim InProgress(WebhookKey key) => new(key, WebhookClaimState.InProgress, default, 0);

    /// <summary>Creates a claim that is not granted because the key is completed or dead.</summary>
    /// <param name="key">The requested key.</param>
    public static WebhookClaim Done(WebhookKey key) => new(key, WebhookClaimState.Done, default, 0);
}
