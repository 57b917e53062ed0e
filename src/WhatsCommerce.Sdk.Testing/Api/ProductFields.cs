using WhatsCommerce.Testing.Judging.Catalog;

namespace WhatsCommerce.Testing;

/// <summary>The readable fields of a product. Source: Meta, marketing-api product item.</summary>
internal static class ProductFields
{
    // Fields that are returned as they were written.
    private static readonly FrozenSet<string> Written = FrozenSet.ToFrozenSet(
    [
        "additional_image_urls", "age_group", "brand", "category", "color", "condition", "custom_data", "custom_label_0", "custom_label_1",
        "custom_label_2", "custom_label_3", "custom_label_4", "custom_number_0", "custom_number_1", "custom_number_2", "custom_number_3",
        "custom_number_4", "description", "expiration_date", "fb_product_category", "gender", "gtin", "image_url", "importer_address",
        "importer_name", "inventory", "manufacturer_info", "manufacturer_part_number", "material", "mobile_link", "name", "origin_country",
        "pattern", "product_type", "quantity_to_sell_on_facebook", "rich_text_description", "sale_price_end_date", "sale_price_start_date",
        "short_description", "size", "start_date", "status", "tags", "url", "wa_compliance_category",
    ]);

    public static FieldSet<ProductNode> Set { get; } = new("ProductItem", "id,name,retailer_id")
    {
        ["id"] = (json, product) => json.WriteString("id", product.Id),
        ["retailer_id"] = (json, product) => json.WriteString("retailer_id", product.Entry.RetailerId),
        ["price"] = (json, product) => json.WriteString("price", Prices.Formatted(product.Entry.Price, product.Entry.Currency)),
        ["currency"] = (json, product) => json.WriteString("currency", product.Entry.Currency),
        ["sale_price"] = WriteSalePrice,
        ["availability"] = (json, product) => json.WriteString("availability", product.Entry.Availability),
        ["visibility"] = (json, product) => json.WriteString("visibility", product.Entry.Attribute("visibility") ?? "published"),
        ["image_fetch_status"] = (json, _) => json.WriteString("image_fetch_status", "FETCHED"),
        ["errors"] = (json, _) => WriteNone(json, "errors"),
        ["invalidation_errors"] = (json, _) => WriteNone(json, "invalidation_errors"),
        ["review_status"] = (json, product) => json.WriteString("review_status", product.Catalog.Reviews.StatusOf(product.Entry)),
        ["review_rejection_reasons"] = WriteReasons,
        ["capability_to_review_status"] = WriteCapability,
        ["retailer_product_group_id"] = WriteGroupId,
        ["product_group"] = WriteGroup,
        ["parent_product_id"] = (json, product) => json.WriteUnlessNull("parent_product_id", product.Catalog.GroupOf(product.Entry)?.Id),
        ["product_catalog"] = WriteCatalog,
        ["additional_variant_attributes"] = WriteVariantAttributes,
        Others = (Written, WriteWritten),
        LeftOut = FrozenSet.ToFrozenSet(
        [
            "additional_image_cdn_urls", "affiliate_seller_rating", "affiliate_seller_rating_count", "applinks", "base_commission_rate",
            "bundle_items", "bundle_retailer_ids", "capabilities_disabled_by_user", "category_ranking", "category_specific_fields",
            "commerce_insights", "generated_background_images", "generated_background_images_ad_usage", "image_cdn_urls", "images",
            "is_bundle_hero", "live_special_price", "marked_for_product_launch", "ordering_index", "overall_ranking",
            "post_conversion_signal_based_enforcement_appeal_eligibility", "product_feed", "product_local_info", "product_relationship",
            "shipping_weight_unit", "shipping_weight_value", "vendor_id", "video_fetch_status", "videos",
        ]),
    };

    /// <summary>A field as text, for filters, which also support the field names of feeds.</summary>
    public static string? Text(EmulatedCatalog catalog, CatalogEntry entry, string name) => name switch
    {
        "retailer_id" or "id" => entry.RetailerId,
        "availability" => entry.Availability,
        "currency" => entry.Currency,
        "price" or "price_amount" => entry.Price.ToString(System.Globalization.CultureInfo.InvariantCulture),
        "retailer_product_group_id" or "item_group_id" => entry.GroupId,
        "review_status" => catalog.Reviews.StatusOf(entry),
        "visibility" => entry.Attribute("visibility") ?? "published",
        "title" or "product_name" => entry.Attribute("name"),
        "product_item_id" => entry.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => entry.Attribute(name),
    };

    private static void WriteWritten(Utf8JsonWriter json, ProductNode product, IReadOnlyList<string> names)
    {
        if (!names.Any(Written.Contains))
        {
            return;
        }

        using JsonDocument attributes = JsonDocument.Parse(product.Entry.Attributes);
        foreach (string name in names)
        {
            if (Written.Contains(name) && attributes.RootElement.TryGetProperty(name, out JsonElement value))
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
        }
    }

    private static void WriteSalePrice(Utf8JsonWriter json, ProductNode product)
    {
        if (Prices.TryRead(product.Entry.Attribute("sale_price"), out decimal amount, out string currency))
        {
            json.WriteString("sale_price", Prices.Formatted(amount, currency));
        }
    }

    private static void WriteReasons(Utf8JsonWriter json, ProductNode product)
    {
        json.WriteStartArray("review_rejection_reasons");
        foreach (string reason in product.Catalog.Reviews.ReasonsOf(product.Entry))
        {
            json.WriteStringValue(reason);
        }

        json.WriteEndArray();
    }

    // Graph writes a map as a list of keys and values.
    private static void WriteCapability(Utf8JsonWriter json, ProductNode product)
    {
        json.WriteStartArray("capability_to_review_status");
        WritePair(json, "WHATSAPP", product.Catalog.Reviews.StatusOf(product.Entry).ToUpperInvariant());
        json.WriteEndArray();
    }

    private static void WriteGroupId(Utf8JsonWriter json, ProductNode product) =>
        json.WriteUnlessNull("retailer_product_group_id", product.Entry.GroupId);

    private static void WriteGroup(Utf8JsonWriter json, ProductNode product)
    {
        if (product.Catalog.GroupOf(product.Entry) is { } group)
        {
            json.WriteStartObject("product_group");
            json.WriteString("id", group.Id);
            json.WriteString("retailer_id", group.RetailerId);
            json.WriteEndObject();
        }
    }

    private static void WriteCatalog(Utf8JsonWriter json, ProductNode product)
    {
        json.WriteStartObject("product_catalog");
        json.WriteString("id", product.Catalog.Id.Value);
        json.WriteString("name", product.Catalog.Name);
        json.WriteEndObject();
    }

    private static void WriteVariantAttributes(Utf8JsonWriter json, ProductNode product)
    {
        using JsonDocument attributes = JsonDocument.Parse(product.Entry.Attributes);
        if (((JsonElement?)attributes.RootElement).Member("additional_variant_attributes") is null)
        {
            return;
        }

        json.WriteStartArray("additional_variant_attributes");
        foreach ((string name, string value) in ItemAttributes.AdditionalVariantAttributes(attributes.RootElement))
        {
            WritePair(json, name, value);
        }

        json.WriteEndArray();
    }

    private static void WritePair(Utf8JsonWriter json, string key, string value)
    {
        json.WriteStartObject();
        json.WriteString("key", key);
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    private static void WriteNone(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }
}
