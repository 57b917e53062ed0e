namespace WhatsCommerce.Catalogs;

/// <summary>One change to the items of a catalog: what a batch is made of.</summary>
public sealed class CatalogChange
{
    private readonly CatalogItem _item;

    private CatalogChange(CatalogChangeKind kind, CatalogItem item)
    {
        Kind = kind;
        _item = item;
    }

    /// <summary>What is done.</summary>
    public CatalogChangeKind Kind { get; }

    /// <summary>The item that it is done to.</summary>
    public RetailerId RetailerId => _item.RetailerId;

    /// <summary>The item, whole or in part; <see langword="null"/> for a deletion.</summary>
    public CatalogItem? Item => Kind == CatalogChangeKind.Delete ? null : _item;

    /// <summary>A new item.</summary>
    /// <param name="item">The whole item.</param>
    public static CatalogChange Create(CatalogItem item) => Of(CatalogChangeKind.Create, item);

    /// <summary>
    /// An item that is written whether or not it is there. Without a sale price it is not on sale: a sale that the catalog has ends.
    /// </summary>
    /// <param name="item">The whole item.</param>
    public static CatalogChange Upsert(CatalogItem item) => Of(CatalogChangeKind.Upsert, item);

    /// <summary>
    /// A change to an existing item: fields that are set are changed, fields in <see cref="CatalogItem.Clear"/> are cleared, others are
    /// unchanged.
    /// </summary>
    /// <param name="changes">The retailer id and the changed fields.</param>
    public static CatalogChange Update(CatalogItem changes) => Of(CatalogChangeKind.Update, changes);

    /// <summary>The end of an item.</summary>
    /// <param name="retailerId">The item.</param>
    public static CatalogChange Delete(RetailerId retailerId) => new(CatalogChangeKind.Delete, new CatalogItem { RetailerId = retailerId });

    /// <summary>Checks everything that can be known offline.</summary>
    /// <returns>Every rule that is broken; empty when it can be sent.</returns>
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
