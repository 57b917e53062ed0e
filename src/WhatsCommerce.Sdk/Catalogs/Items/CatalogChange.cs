namespace WhatsCommerce.Catalogs;

/// <summary>Represents one change to an item of a catalog.</summary>
public sealed class CatalogChange
{
    private readonly CatalogItem _item;

    private CatalogChange(CatalogChangeKind kind, CatalogItem item)
    {
        Kind = kind;
        _item = item;
    }

    /// <summary>Gets the kind of change.</summary>
    public CatalogChangeKind Kind { get; }

    /// <summary>Gets the item to change.</summary>
    public RetailerId RetailerId => _item.RetailerId;

    /// <summary>Gets the item, complete or in part; <see langword="null"/> for a deletion.</summary>
    public CatalogItem? Item => Kind == CatalogChangeKind.Delete ? null : _item;

    /// <summary>Creates a new item.</summary>
    /// <param name="item">The complete item.</param>
    public static CatalogChange Create(CatalogItem item) => Of(CatalogChangeKind.Create, item);

    /// <summary>Writes an item whether or not it exists (upsert). Without a sale price, it ends a sale that the catalog has.</summary>
    /// <param name="item">The complete item.</param>
    public static CatalogChange Upsert(CatalogItem item) => Of(CatalogChangeKind.Upsert, item);

    /// <summary>
    /// Changes an existing item: fields that are set are changed, fields in <see cref="CatalogItem.Clear"/> are cleared, others are
    /// unchanged.
    /// </summary>
    /// <param name="changes">The retailer id and the changed fields.</param>
    public static CatalogChange Update(CatalogItem changes) => Of(CatalogChangeKind.Update, changes);

    /// <summary>Deletes an item.</summary>
    /// <param name="retailerId">The item.</param>
    public static CatalogChange Delete(RetailerId retailerId) => new(CatalogChangeKind.Delete, new CatalogItem { RetailerId = retailerId });

    /// <summary>Validates everything that can be checked offline.</summary>
    /// <returns>All violations; empty when the change can be sent.</returns>
    public IReadOnlyList<Violation> Validate() => _item.Validate(Kind);

    /// <summary>The kind and the retailer id.</summary>
    public override string ToString() => $"{Kind} {RetailerId}";

    /// <summary>Writes it as one of the <c>requests</c> of <c>items_batch</c>.</summary>
    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("method"u8, Kind switch
        {
            CatalogChangeKind.Create => "CREATE"u8,
            CatalogChangeKind.Delete => "DELETE"u8,
            _ => "UPDATE"u8,
        });
        writer.WriteStartObject("data"u8);
        _item.WriteMembers(writer, Kind);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static CatalogChange Of(CatalogChangeKind kind, CatalogItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new CatalogChange(kind, item);
    }
}
