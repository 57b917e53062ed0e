namespace WhatsCommerce.Catalogs;

/// <summary>The kind of a <see cref="CatalogChange"/>.</summary>
public enum CatalogChangeKind
{
    /// <summary>Creates a new item.</summary>
    Create = 0,

    /// <summary>Writes a complete item, new or not; on the wire, an update that may insert.</summary>
    Upsert,

    /// <summary>Changes the fields that are set; the others stay.</summary>
    Update,

    /// <summary>Deletes the item.</summary>
    Delete,
}
