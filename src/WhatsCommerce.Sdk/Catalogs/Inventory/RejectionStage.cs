namespace WhatsCommerce.Catalogs;

/// <summary>The stage at which an item was rejected.</summary>
public enum RejectionStage
{
    /// <summary>The item violates a known rule, and was not sent.</summary>
    BeforeSending = 0,

    /// <summary>Meta rejected it.</summary>
    ByMeta,
}
