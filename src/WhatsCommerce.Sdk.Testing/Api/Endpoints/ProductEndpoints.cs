using WhatsCommerce.Testing.Judging.Catalog;

namespace WhatsCommerce.Testing;

/// <summary>
/// The endpoints for single products and for lists of products. Source: Meta, marketing-api product-catalog/products and product item.
/// </summary>
internal sealed class ProductEndpoints(CloudApiEmulatorOptions options, IdSequence ids, Paging paging)
{
    public ApiResponse List(ApiCall call, EmulatedCatalog catalog)
    {
        bool onlyApproved = call.Flag("return_only_approved_products") is true;
        return List(call, catalog, onlyApproved ? entry => catalog.Reviews.StatusOf(entry) == "approved" : null);
    }

    /// <summary>Responds with a page of the items of a catalog that match a predicate and the filter of the call.</summary>
    public ApiResponse List(ApiCall call, EmulatedCatalog catalog, Func<CatalogEntry, bool>? holds)
    {
        IReadOnlyList<string> fields = ProductFields.Set.Read(call);
        Func<CatalogEntry, bool>? filter = FilterOf(call.Json("filter"), catalog);
        Func<CatalogEntry, bool>? both = holds is null || filter is null ? holds ?? filter : entry => holds(entry) && filter(entry);
        return paging.Respond(
            call,
            catalog.Page(paging.Read(call), both),
            static entry => entry.Id,
            (json, entry) => Write(json, new(catalog, entry), fields),
            json => json.WriteNumber(Paging.TotalCount, both is null ? catalog.Count : catalog.Entries().Count(both)));
    }

    /// <summary>The predicate of a filter; null when there is no filter.</summary>
    public static Func<CatalogEntry, bool>? FilterOf(JsonElement? filter, EmulatedCatalog catalog)
    {
        if (filter is not { } given)
        {
            return null;
        }

        ApiCall.Check(ItemFilter.Read(given, out Func<Func<string, string?>, bool> holds));
        return entry => holds(name => ProductFields.Text(catalog, entry, name));
    }

    public ApiResponse Create(ApiCall call, EmulatedCatalog catalog)
    {
        ApiCall.Check(ProductFormRules.Judge(call.Text, isNew: true));
        string retailerId = call.Text("retailer_id") ?? "item-" + ids.Next().ToString(CultureInfo.InvariantCulture);
        bool mayReplace = call.Flag("allow_upsert") is true;
        CatalogEntry made = catalog.Change(retailerId, before => before is null || mayReplace
            ? Changed(call, before ?? Blank(retailerId), call.Text("retailer_product_group_id"))
            : throw new RefusedException(
                new Refusal(400, 10800, "(#10800) Duplicate retailer_id when attempting to create a store collection.")));
        return ApiResponse.Made(new ProductNode(catalog, made).Id);
    }

    public static ApiResponse Read(ApiCall call, ProductNode product)
    {
        IReadOnlyList<string> fields = ProductFields.Set.Read(call);
        return ApiResponse.Success(json => Write(json, product, fields));
    }

    // Fields that a test has distorted are written with the test's values.
    private static void Write(Utf8JsonWriter json, ProductNode product, IReadOnlyList<string> fields)
    {
        IReadOnlyDictionary<string, string> distorted = product.Catalog.DistortionsOf(product.Entry.RetailerId);
        ProductFields.Set.Write(json, product, distorted.Count == 0 ? fields : [.. fields.Where(field => !distorted.ContainsKey(field))]);
        foreach ((string field, string value) in distorted.Where(pair => fields.Contains(pair.Key)))
        {
            json.WritePropertyName(field);
            json.WriteRawValue(value);
        }
    }

    public ApiResponse Update(ApiCall call, ProductNode product)
    {
        ApiCall.Check(ProductFormRules.Judge(call.Text, isNew: false));
        product.Catalog.Change(product.Entry.RetailerId, before => Changed(call, before ?? product.Entry, before?.GroupId));
        return ApiResponse.Done();
    }

    public static ApiResponse Delete(ApiCall call, ProductNode product)
    {
        product.Catalog.Remove(product.Entry.RetailerId);
        return ApiResponse.Done();
    }

    private CatalogEntry Blank(string retailerId) => new(ids.Next(), retailerId) { Price = 0, Currency = "USD", Attributes = [.. "{}"u8] };

    private CatalogEntry Changed(ApiCall call, CatalogEntry before, string? groupId)
    {
        string currency = call.Text("currency") is { Length: > 0 } given ? string.Intern(given) : before.Currency;
        decimal price = ProductFormRules.TryReadPrice(call.Text("price"), out decimal amount) ? amount : before.Price;
        byte[] attributes = ItemAttributes.Merge(JsonElement.Parse(Form(call, currency)), before.Attributes);
        return before with
        {
            Price = price,
            Currency = currency,
            Availability = call.Text("availability") is { } availability
                ? string.Intern(availability.ToLowerInvariant())
                : before.Availability,
            GroupId = groupId ?? before.GroupId,
            Attributes = attributes,
            ReviewDue = attributes.AsSpan().SequenceEqual(before.Attributes)
                ? before.ReviewDue
                : options.TimeProvider.GetUtcNow() + options.ReviewTime,
        };
    }

    // The fields of the form as one JSON object, with a sale price in the format of a batch.
    private static byte[] Form(ApiCall call, string currency)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            foreach ((string name, JsonElement? value, string text) in call.Fields)
            {
                if (name == "sale_price" && ProductFormRules.TryReadPrice(text, out decimal amount))
                {
                    json.WriteString(name, Prices.Written(amount, currency));
                }
                else if (value is { } member)
                {
                    json.WritePropertyName(name);
                    member.WriteTo(json);
                }
                else
                {
                    json.WriteString(name, text);
                }
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
