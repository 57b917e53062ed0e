namespace WhatsCommerce.Webhooks;

/// <summary>Specifies the answer of an <see cref="IWebhookStore"/> to a request to run a handler for an event.</summary>
public enum WebhookClaimState
{
    /// <summary>Another owner is running it. It is not done, so the delivery must not be answered 200.</summary>
    InProgress = 0,

    /// <summary>The caller owns the key until the lease ends or the claim is settled.</summary>
    Claimed,

    /// <summary>It was completed, or kept as a dead letter: there is nothing to do.</summary>
    Done,
}
