namespace WhatsCommerce.Testing;

/// <summary>Writes a cart as in webhooks.</summary>
internal static class OrderJson
{
    public static void Write(Utf8JsonWriter order, CatalogId catalogId, IReadOnlyList<EmulatedCartLine> lines, string? note)
    {
        order.WriteStartObject();
        order.WriteString("catalog_id", catalogId.Value);
        order.WriteString("text", MetaJson.WellFormed(note ?? ""));
        order.WriteStartArray("product_items");
        foreach (EmulatedCartLine line in lines)
        {
            order.WriteStartObject();
            order.WriteString("product_retailer_id", line.RetailerId.Value);
            order.WriteNumber("quantity", line.Quantity);

            // Meta writes the shortest number: 30, not 30.00.
            order.WritePropertyName("item_price");
            order.WriteRawValue(line.Price.Amount.ToString("0.############################", CultureInfo.InvariantCulture));
            order.WriteString("currency", line.Price.Currency.Code);
            order.WriteEndObject();
        }

        order.WriteEndArray();
        order.WriteEndObject();
    }
}
