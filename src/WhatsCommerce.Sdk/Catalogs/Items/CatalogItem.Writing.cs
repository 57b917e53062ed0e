using System.Globalization;
using System.Text.Json;

namespace WhatsCommerce.Catalogs;

/// <content>On the wire.</content>
public sealed partial record CatalogItem
{
    /// <summary>Writes the members that are set, as <c>items_batch</c> names them.</summary>
    /// <param name="writer">Stands inside of the object.</param>
    /// <param name="isComplete">Whether it is a whole item, whose condition is "new" unless it says otherwise.</param>
    internal void WriteMembers(Utf8JsonWriter writer, bool isComplete)
    {
        Write(writer, "id"u8, RetailerId.Value);
        Write(writer, "title"u8, Title);
        Write(writer, "description"u8, Description);
        Write(writer, "availability"u8, Availability.Value);
        Write(writer, "condition"u8, Condition.Value ?? (isComplete ? ProductCondition.New.Value : null));
        Write(writer, "price"u8, PriceFormat.Write(Price));
        Write(writer, "sale_price"u8, PriceFormat.Write(SalePrice));
        Write(writer, "sale_price_effective_date"u8, SalePeriod());
        Write(writer, "link"u8, Link);
        Write(writer, "image_link"u8, ImageLink);
        if (AdditionalImageLinks is { Count: > 0 } links)
        {
            writer.WriteStartArray("additional_image_link"u8);
            foreach (string link in links)
            {
                writer.WriteStringValue(link);
            }

            writer.WriteEndArray();
        }

        Write(writer, "brand"u8, Brand);
        Write(writer, "gtin"u8, Gtin);
        Write(writer, "mpn"u8, Mpn);
        Write(writer, "google_product_category"u8, GoogleProductCategory);
        Write(writer, "product_type"u8, ProductType);
        Write(writer, "item_group_id"u8, GroupId.Value);
        Write(writer, "color"u8, Color);
        Write(writer, "size"u8, Size);
        Write(writer, "material"u8, Material);
        Write(writer, "pattern"u8, Pattern);
        Write(writer, "additional_variant_attribute"u8, VariantAttribute);
        if (Quantity is int quantity)
        {
            writer.WriteNumber("quantity_to_sell_on_facebook"u8, quantity);
        }

        Write(writer, "visibility"u8, Visibility.Value);
        WriteCompliance(writer);
        if (OtherFields is not null)
        {
            foreach ((string name, string value) in OtherFields)
            {
                writer.WriteString(name, value);
            }
        }
    }

    private void WriteCompliance(Utf8JsonWriter writer)
    {
        Write(writer, "wa_compliance_category"u8, ComplianceCategory.Value);
        Write(writer, "origin_country"u8, OriginCountry);
        Write(writer, "importer_name"u8, ImporterName);
        if (ImporterAddress is ImporterAddress address)
        {
            writer.WriteStartObject("importer_address"u8);
            Write(writer, "street1"u8, address.Street1);
            Write(writer, "street2"u8, address.Street2);
            Write(writer, "city"u8, address.City);
            Write(writer, "region"u8, address.Region);
            Write(writer, "postal_code"u8, address.PostalCode);
            Write(writer, "country"u8, address.Country);
            writer.WriteEndObject();
        }

        Write(writer, "manufacturer_info"u8, ManufacturerInfo);
    }

    private string? SalePeriod() => SalePriceStart is DateTimeOffset start && SalePriceEnd is DateTimeOffset end
        ? string.Create(CultureInfo.InvariantCulture, $"{start:yyyy-MM-dd'T'HH:mmzzz}/{end:yyyy-MM-dd'T'HH:mmzzz}")
        : null;

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }
}
