namespace WhatsCommerce.Catalogs;

/// <summary>The filter of a product list, and the requested fields.</summary>
public sealed record ProductQuery
{
    /// <summary>
    /// The wire names of the requested fields (<c>retailer_id</c>, <c>price</c>); <see langword="null"/> for all that <see cref="Product"/>
    /// has properties for. Fewer fields make lists faster. A price is requested with its currency.
    /// </summary>
    public IReadOnlyList<string>? Fields { get; init; }

    /// <summary>The filter; <see langword="null"/> for all products.</summary>
    public ProductFilter? Filter { get; init; }

    /// <summary>Whether to return only products that Meta's review has approved: <c>return_only_approved_products</c>.</summary>
    public bool OnlyApproved { get; init; }

    /// <summary>The number of products per request; 100 by default.</summary>
    public int? PageSize { get; init; }

    internal string FieldList => Fields switch
    {
        not { Count: > 0 } => Product.Fields,
        _ when !Fields.Contains("currency") && (Fields.Contains("price") || Fields.Contains("sale_price")) =>
            string.Join(',', [.. Fields, "currency"]),
        _ => string.Join(',', Fields),
    };
}
