namespace WhatsCommerce.Testing;

/// <summary>Sets of a catalog's items, and groups of variants. Source: Meta, marketing-api product set and product group.</summary>
internal sealed class SetEndpoints(IdSequence ids, Entries<ProductSetEntry> sets, ProductEndpoints products, Paging paging)
{
    private static readonly FieldSet<ProductGroup> GroupFields = new("ProductGroup", "id,retailer_id")
    {
        ["id"] = (json, group) => json.WriteString("id", group.Id),
        ["retailer_id"] = (json, group) => json.WriteString("retailer_id", group.RetailerId),
    };

    private readonly FieldSet<ProductSetEntry> _fields = new("ProductSet", "id,name")
    {
        ["id"] = (json, set) => json.WriteString("id", set.Id),
        ["name"] = (json, set) => json.WriteString("name", set.Name),
        ["filter"] = (json, set) => json.WriteString("filter", set.Filter),
        ["retailer_id"] = (json, set) => json.WriteString("retailer_id", set.RetailerId),
        ["product_count"] = (json, set) => json.WriteNumber("product_count", set.Catalog.Entries().Count(Holds(set))),
        ["product_catalog"] = (json, set) =>
        {
            json.WriteStartObject("product_catalog");
            json.WriteString("id", set.Catalog.Id.Value);
            json.WriteString("name", set.Catalog.Name);
            json.WriteEndObject();
        },
        LeftOut = FrozenSet.ToFrozenSet(["auto_creation_url", "latest_metadata", "live_metadata", "ordering_info"]),
    };

    public ApiAnswer List(ApiCall call, EmulatedCatalog catalog)
    {
        IReadOnlyList<string> fields = _fields.Read(call);
        string? retailerId = call.Text("retailer_id");
        return paging.Answer(
            call,
            sets.Where(set => set.Catalog == catalog && (retailerId is null || set.RetailerId == retailerId)),
            static set => set.Number,
            (json, set) => _fields.Write(json, set, fields));
    }

    public ApiAnswer Create(ApiCall call, EmulatedCatalog catalog)
    {
        ProductSetEntry set = new(ids.Next(), catalog, call.Required("name"), FilterOf(call, catalog), call.Text("retailer_id"));
        sets.Put(set);
        return ApiAnswer.Made(set.Id);
    }

    public ApiAnswer Read(ApiCall call, ProductSetEntry set) => _fields.Answer(call, set);

    public ApiAnswer Update(ApiCall call, ProductSetEntry set)
    {
        sets.Put(set with
        {
            Name = call.Text("name") ?? set.Name,
            Filter = FilterOf(call, set.Catalog) ?? set.Filter,
            RetailerId = call.Text("retailer_id") ?? set.RetailerId,
        });
        return ApiAnswer.Done();
    }

    public ApiAnswer Delete(ApiCall call, ProductSetEntry set)
    {
        sets.Remove(set);
        return ApiAnswer.Done();
    }

    public ApiAnswer ListProducts(ApiCall call, ProductSetEntry set) => products.List(call, set.Catalog, Holds(set));

    public ApiAnswer ListGroups(ApiCall call, EmulatedCatalog catalog)
    {
        IReadOnlyList<string> fields = GroupFields.Read(call);
        return paging.Answer(call, catalog.Groups(), static group => group.Number, (json, group) => GroupFields.Write(json, group, fields));
    }

    public ApiAnswer CreateGroup(ApiCall call, EmulatedCatalog catalog) =>
        ApiAnswer.Made(catalog.Group(call.Text("retailer_id") ?? "group-" + ids.Next().ToString(CultureInfo.InvariantCulture)).Id);

    public static ApiAnswer ReadGroup(ApiCall call, ProductGroup group) => GroupFields.Answer(call, group);

    public ApiAnswer ListVariants(ApiCall call, ProductGroup group) =>
        products.List(call, group.Catalog, entry => entry.GroupId == group.RetailerId);

    private static Func<CatalogEntry, bool> Holds(ProductSetEntry set)
    {
        if (set.Filter is null)
        {
            return static _ => true;
        }

        using JsonDocument filter = JsonDocument.Parse(set.Filter);
        return ProductEndpoints.FilterOf(filter.RootElement, set.Catalog)!;
    }

    private static string? FilterOf(ApiCall call, EmulatedCatalog catalog)
    {
        JsonElement? filter = call.Json("filter");
        ProductEndpoints.FilterOf(filter, catalog);
        return filter?.GetRawText();
    }
}
