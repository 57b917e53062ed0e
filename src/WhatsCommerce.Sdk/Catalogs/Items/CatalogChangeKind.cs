namespace WhatsCommerce.Catalogs;

/// <summary>What a <see cref="CatalogChange"/> does.</summary>
public enum CatalogChangeKind
{
    /// <summary>A new item.</summary>
    Create = 0,

    /// <summary>A whole item, new or not; on the wire an update that may insert.</summary>
    Upsert,

    /// <summary>What is set is changed, the rest stays.</summary>
    Update,

    /// <summary>The item is taken out.</summary>
    Delete,
}
