namespace WhatsCommerce.Catalogs;

/// <content>On the wire.</content>
public sealed partial record CatalogItem
{
    /// <summary>Writes the members that are set, as <c>items_batch</c> names them.</summary>
    /// <param name="writer">The writer, inside of the object.</param>
    /// <param name="kind">The kind of change; the condition of a complete item is "new" unless it is set.</param>
    internal void WriteMembers(Utf8JsonWriter writer, CatalogChangeKind kind)
    {
        bool isWhole = kind is CatalogChangeKind.Create or CatalogChangeKind.Upsert;

        // The price is always written with the sale price: otherwise the old sale price would stay.
        CatalogItemFields clear = kind == CatalogChangeKind.Upsert ? Clear | CatalogItemFields.Sale : Clear;
        writer.WriteChange("id"u8, RetailerId.Value);
        writer.WriteChange("title"u8, Title);
        writer.WriteChange("description"u8, Description);
        writer.WriteChange("availability"u8, Availability.Value);
        writer.WriteChange("condition"u8, Condition.Value ?? (isWhole ? ProductCondition.New.Value : null));
        writer.WriteChange("price"u8, PriceFormat.Write(Price));
        Write(writer, "sale_price"u8, PriceFormat.Write(SalePrice), clear, CatalogItemFields.SalePrice);
        Write(writer, "sale_price_effective_date"u8, SalePeriod(), clear, CatalogItemFields.SalePeriod);
        writer.WriteChange("link"u8, Link);
        writer.WriteChange("image_link"u8, ImageLink);
        if (AdditionalImageLinks is not null || clear.HasFlag(CatalogItemFields.AdditionalImageLinks))
        {
            writer.WriteStartArray("additional_image_link"u8);
            foreach (string link in AdditionalImageLinks ?? [])
            {
                writer.WriteStringValue(link);
            }

            writer.WriteEndArray();
        }

        Write(writer, "brand"u8, Brand, clear, CatalogItemFields.Brand);
        Write(writer, "gtin"u8, Gtin, clear, CatalogItemFields.Gtin);
        Write(writer, "mpn"u8, Mpn, clear, CatalogItemFields.Mpn);
        Write(writer, "google_product_category"u8, GoogleProductCategory, clear, CatalogItemFields.GoogleProductCategory);
        Write(writer, "product_type"u8, ProductType, clear, CatalogItemFields.ProductType);
        Write(writer, "item_group_id"u8, GroupId.Value, clear, CatalogItemFields.GroupId);
        Write(writer, "color"u8, Color, clear, CatalogItemFields.Color);
        Write(writer, "size"u8, Size, clear, CatalogItemFields.Size);
        Write(writer, "material"u8, Material, clear, CatalogItemFields.Material);
        Write(writer, "pattern"u8, Pattern, clear, CatalogItemFields.Pattern);
        Write(writer, "additional_variant_attribute"u8, VariantAttribute, clear, CatalogItemFields.VariantAttribute);
        if (Quantity is int quantity)
        {
            writer.WriteNumber("quantity_to_sell_on_facebook"u8, quantity);
        }
        else if (clear.HasFlag(CatalogItemFields.Quantity))
        {
            writer.WriteNull("quantity_to_sell_on_facebook"u8);
        }

        writer.WriteChange("visibility"u8, Visibility.Value);
        WriteCompliance(writer, clear);
        if (OtherFields is not null)
        {
            foreach ((string name, string value) in OtherFields)
            {
                writer.WriteString(name, value);
            }
        }
    }

    private void WriteCompliance(Utf8JsonWriter writer, CatalogItemFields clear)
    {
        Write(writer, "wa_compliance_category"u8, ComplianceCategory.Value, clear, CatalogItemFields.ComplianceCategory);
        Write(writer, "origin_country"u8, OriginCountry, clear, CatalogItemFields.OriginCountry);
        Write(writer, "importer_name"u8, ImporterName, clear, CatalogItemFields.ImporterName);
        if (ImporterAddress is ImporterAddress address)
        {
            writer.WriteStartObject("importer_address"u8);
            writer.WriteChange("street1"u8, address.Street1);
            writer.WriteChange("street2"u8, address.Street2);
            writer.WriteChange("city"u8, address.City);
            writer.WriteChange("region"u8, address.Region);
            writer.WriteChange("postal_code"u8, address.PostalCode);
            writer.WriteChange("country"u8, address.Country);
            writer.WriteEndObject();
        }
        else if (clear.HasFlag(CatalogItemFields.ImporterAddress))
        {
            writer.WriteNull("importer_address"u8);
        }

        Write(writer, "manufacturer_info"u8, ManufacturerInfo, clear, CatalogItemFields.ManufacturerInfo);
    }

    private string? SalePeriod() => SalePriceStart is DateTimeOffset start && SalePriceEnd is DateTimeOffset end
        ? string.Create(CultureInfo.InvariantCulture, $"{start:yyyy-MM-dd'T'HH:mmzzz}/{end:yyyy-MM-dd'T'HH:mmzzz}")
        : null;

    // An empty string clears a text field; numbers and objects have no empty form and are cleared with null.
    private static void Write(
        Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text, CatalogItemFields clear, CatalogItemFields field)
    {
        if (text is not null ? string.IsNullOrWhiteSpace(text) : (clear & field) != CatalogItemFields.None)
        {
            writer.WriteString(name, ""u8);
        }
        else
        {
            writer.WriteChange(name, text);
        }
    }
}
