namespace WhatsCommerce;

/// <summary>Specifies what an error of the Graph API means for the caller. See <see cref="GraphError.Class"/>.</summary>
public enum GraphErrorClass
{
    /// <summary>Nothing is known about the error; for a send its outcome counts as unknown.</summary>
    Unknown = 0,

    /// <summary>The token is missing, expired or revoked, or its proof is wrong: fetch a new one.</summary>
    Authentication,

    /// <summary>The token does not have the required permission.</summary>
    Permission,

    /// <summary>Rate limit: too many requests. Rejected before processing, so a retry after a wait (backoff) is safe.</summary>
    Throttled,

    /// <summary>The number reached a spam or messaging limit; retrying makes it worse.</summary>
    MessagingLimit,

    /// <summary>Meta's side failed. Whether a send was carried out is unknown, so a send must not be retried automatically.</summary>
    Unavailable,

    /// <summary>The request itself is wrong.</summary>
    InvalidRequest,

    /// <summary>A product could not be shown: unknown retailer id, another catalog connected, no picture, catalog hidden.</summary>
    Product,

    /// <summary>This recipient cannot be reached with this message.</summary>
    Recipient,

    /// <summary>The customer's last message is more than 24 hours ago: use a template.</summary>
    OutsideWindow,

    /// <summary>The account was restricted for a violation.</summary>
    AccountIntegrity,

    /// <summary>The business's own payment setup with Meta is incomplete.</summary>
    PaymentSetup,

    /// <summary>An order message was rejected: it is unsupported, or changes the order's state in a way that is not allowed.</summary>
    Order,

    /// <summary>A template was used incorrectly, or cannot be used now.</summary>
    TemplateUse,

    /// <summary>A template could not be created or edited.</summary>
    TemplateCreation,

    /// <summary>A media file could not be uploaded or downloaded.</summary>
    Media,

    /// <summary>A paging cursor is no longer valid: start again without one.</summary>
    Paging,

    /// <summary>An error of the registration or setup of the phone number.</summary>
    Registration,

    /// <summary>An error of a flow.</summary>
    Flow,

    /// <summary>An error of the block list.</summary>
    BlockList,

    /// <summary>An error of calling.</summary>
    Calling,

    /// <summary>An error of conversation routing: the conversation belongs to another responder.</summary>
    Routing,

    /// <summary>An error of groups.</summary>
    Group,

    /// <summary>An error of business user names.</summary>
    UserName,

    /// <summary>
    /// The request was never written: connection refused, no such host, no TLS. Nothing was processed, so a retry is safe.
    /// </summary>
    Connection,
}
