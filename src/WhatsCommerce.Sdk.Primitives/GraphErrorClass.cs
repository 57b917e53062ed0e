namespace WhatsCommerce;

/// <summary>What an error of the Graph API means for the caller. See <see cref="GraphError.Class"/>.</summary>
public enum GraphErrorClass
{
    /// <summary>Nothing is known about it; for a send this counts as outcome unknown.</summary>
    Unknown = 0,

    /// <summary>The token is missing, expired, revoked or its proof is wrong: fetch a new one.</summary>
    Authentication,

    /// <summary>The token may not do this.</summary>
    Permission,

    /// <summary>Too many requests; rejected before processing, so it may be repeated after a wait.</summary>
    Throttled,

    /// <summary>A spam or messaging limit of the number was reached; repeating makes it worse.</summary>
    MessagingLimit,

    /// <summary>Meta's side failed; whether a send was carried out is not known, so a send must not be repeated by itself.</summary>
    OutcomeUnknown,

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

    /// <summary>The business's own payment set-up with Meta is incomplete.</summary>
    PaymentSetup,

    /// <summary>An order message was refused: unsupported, or a change of state that is not allowed.</summary>
    Order,

    /// <summary>A template was used wrongly, or cannot be used now.</summary>
    TemplateUse,

    /// <summary>A template could not be created or edited.</summary>
    TemplateCreation,

    /// <summary>A media file could not be uploaded or downloaded.</summary>
    Media,

    /// <summary>A paging cursor is no longer valid: start again without one.</summary>
    Paging,

    /// <summary>The registration or set-up of the phone number.</summary>
    Registration,

    /// <summary>A flow.</summary>
    Flow,

    /// <summary>The block list.</summary>
    BlockList,

    /// <summary>Calling.</summary>
    Calling,

    /// <summary>Groups.</summary>
    Group,

    /// <summary>Business user names.</summary>
    UserName,

    /// <summary>The request never left: connection refused, no such host, no TLS. Nothing was processed, so it may be repeated.</summary>
    NotWritten,
}
