namespace WhatsCommerce.Testing;

/// <summary>
/// The endpoints for product sets of a catalog, and for groups of variants. Source: Meta, marketing-api product set and product group.
/// </summary>
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

    public ApiResponse List(ApiCall call, EmulatedCatalog catalog)
    {
        IReadOnlyList<string> fields = _fields.Read(call);
        string? retailerId = call.Text("retailer_id");
        return paging.Respond(
            call,
            sets.Where(set => set.Catalog == catalog && (retailerId is null || set.RetailerId == retailerId)),
            static set => set.Number,
            (json, set) => _fields.Write(json, set, fields));
    }

    public ApiResponse Create(ApiCall call, EmulatedCatalog catalog)
    {
        ProductSetEntry set = new(ids.Next(), catalog, call.Required("name"), FilterOf(call, catalog), call.Text("retailer_id"));
        sets.Put(set);
        return ApiResponse.Made(set.Id);
    }

    public ApiResponse Read(ApiCall call, ProductSetEntry set) => _fields.Respond(call, set);

    public ApiResponse Update(ApiCall call, ProductSetEntry set)
    {
        sets.Put(set with
        {
            Name = call.Text("name") ?? set.Name,
            Filter = FilterOf(call, set.Catalog) ?? set.Filter,
            RetailerId = call.Text("retailer_id") ?? set.RetailerId,
        });
        return ApiResponse.Done();
    }

    public ApiResponse Delete(ApiCall call, ProductSetEntry set)
    {
        sets.Remove(set);
        return ApiResponse.Done();
    }

    public ApiResponse ListProducts(ApiCall call, ProductSetEntry set) => products.List(call, set.Catalog, Holds(set));

    public ApiResponse ListGroups(ApiCall call, EmulatedCatalog catalog)
    {
        IReadOnlyList<string> fields = GroupFields.Read(call);
        return paging.Respond(
            call, catalog.Groups(), static group => group.Number, (json, group) => GroupFields.Write(json, group, fields));
    }

    public ApiResponse CreateGroup(ApiCall call, EmulatedCatalog catalog) =>
        ApiResponse.Made(catalog.Group(call.Text("retailer_id") ?? "group-" + ids.Next().ToString(CultureInfo.InvariantCulture)).Id);

    public static ApiResponse ReadGroup(ApiCall call, ProductGroup group) => GroupFields.Respond(call, group);

    public ApiResponse ListVariants(ApiCall call, ProductGroup group) =>
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
