namespace WhatsCommerce.Messages;

/// <summary>The state of a message of a campaign.</summary>
public enum CampaignMessageState
{
    /// <summary>It has not been sent; the next run sends it.</summary>
    Open,

    /// <summary>A run has claimed it, and may be sending it now.</summary>
    Claimed,

    /// <summary>Meta accepted it.</summary>
    Sent,

    /// <summary>It was not sent, and is not retried: Meta rejected it, or it violates a rule.</summary>
    NotSent,

    /// <summary>
    /// It may or may not have been sent. It is not sent again until a status reports it or <see cref="Campaigns.ResolveAsync"/> settles it.
    /// </summary>
    Unknown,

    /// <summary>It was held back, because the customer wants no marketing messages.</summary>
    HeldBack,

    /// <summary>It was not sent, because the same person gets another message of the campaign.</summary>
    Duplicate,
}
