namespace WhatsCommerce.Catalogs;

/// <summary>Who refused an item.</summary>
public enum RejectionStage
{
    /// <summary>It breaks a rule that is known here, and was not sent.</summary>
    BeforeSending = 0,

    /// <summary>Meta refused it.</summary>
    ByMeta,
}
