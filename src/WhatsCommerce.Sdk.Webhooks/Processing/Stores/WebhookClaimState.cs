namespace WhatsCommerce.Webhooks;

/// <summary>What an <see cref="IWebhookStore"/> answers to one who wants to run a handler for an event.</summary>
public enum WebhookClaimState
{
    /// <summary>Somebody else is running it: not done, so no reason to answer 200.</summary>
    InProgress = 0,

    /// <summary>It is yours, until the lease ends or you settle it.</summary>
    Claimed,

    /// <summary>It was completed, or given up and kept as a dead letter: there is nothing to do.</summary>
    Done,
}
