namespace WhatsCommerce.Messages;

/// <content>The JSON of an order.</content>
public sealed partial class OrderDetails
{
    /// <summary>Writes the members of the order's object.</summary>
    internal void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("reference_id"u8, ReferenceId);
        writer.WriteString("type"u8, GoodsType);
        WritePayment(writer);
        writer.WriteString("currency"u8, Currency.Code);
        WireAmount.Write(writer, "total_amount"u8, Total);
        WriteReceivers(writer);
        if (!IsTotalOnly)
        {
            writer.WriteStartObject("order"u8);
            WriteOrder(writer);
            writer.WriteEndObject();
        }
    }

    private void WritePayment(Utf8JsonWriter writer)
    {
        if (PaymentType is string type)
        {
            writer.WriteString("payment_type"u8, type);
        }

        if (PaymentConfiguration is not null)
        {
            writer.WriteString("payment_configuration"u8, PaymentConfiguration);
        }

        if (!PaymentSettings.IsEmpty)
        {
            writer.WriteStartArray("payment_settings"u8);
            foreach (PaymentSetting setting in PaymentSettings)
            {
                setting.Write(writer);
            }

            writer.WriteEndArray();
        }
    }

    // Meta requires "br" in Brazil, and in India "upi" with a payment configuration or a link; gateways and UPI links have their own type.
    private string? PaymentType => Currency == Brazil ? "br"
        : Currency == India && (PaymentConfiguration is not null || PaymentSettings.Any(setting => setting.Type == "payment_link")) ? "upi"
        : null;

    private void WriteReceivers(Utf8JsonWriter writer)
    {
        if (!Beneficiaries.IsEmpty)
        {
            writer.WriteStartArray("beneficiaries"u8);
            foreach (Beneficiary beneficiary in Beneficiaries)
            {
                Write(writer, beneficiary);
            }

            writer.WriteEndArray();
        }

        if (ShipTo is { } addresses)
        {
            writer.WriteStartObject("shipping_info"u8);
            writer.WriteString("country"u8, "IN"u8);
            writer.WriteStartArray("addresses"u8);
            foreach (AddressValues address in addresses)
            {
                address.Write(writer);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }

    private void WriteOrder(Utf8JsonWriter writer)
    {
        writer.WriteString("status"u8, OrderStatus.Pending.Value);
        if (IsQuickPay)
        {
            writer.WriteString("type"u8, "quick_pay"u8);
        }

        if (Catalog is CatalogId catalog)
        {
            writer.WriteString("catalog_id"u8, catalog.Value);
        }

        if (ExpiresAt is DateTimeOffset expiresAt)
        {
            writer.WriteStartObject("expiration"u8);
            writer.WriteString("timestamp"u8, expiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            writer.WriteOptional("description"u8, ExpirationDescription);
            writer.WriteEndObject();
        }

        writer.WriteStartArray("items"u8);
        foreach (OrderDetailsItem item in Items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
        WireAmount.Write(writer, "subtotal"u8, Subtotal);
        WireAmount.Write(writer, "tax"u8, TaxCharge ?? new OrderCharge(Tax));
        if (ShippingCharge is OrderCharge shipping)
        {
            WireAmount.Write(writer, "shipping"u8, shipping);
        }

        if (DiscountCharge is OrderCharge discount)
        {
            WireAmount.Write(writer, "discount"u8, discount);
        }
    }

    private static void Write(Utf8JsonWriter writer, OrderDetailsItem item)
    {
        writer.WriteStartObject();
        writer.WriteOptional("retailer_id"u8, item.RetailerId.Value);
        writer.WriteString("name"u8, item.Name);
        if (item.ImageLink is not null)
        {
            writer.WriteStartObject("image"u8);
            writer.WriteString("link"u8, item.ImageLink);
            writer.WriteEndObject();
        }

        WireAmount.Write(writer, "amount"u8, item.Price);
        writer.WriteNumber("quantity"u8, item.Quantity);
        if (item.SalePrice is Money salePrice)
        {
            WireAmount.Write(writer, "sale_amount"u8, salePrice);
        }

        writer.WriteOptional("country_of_origin"u8, item.CountryOfOrigin);
        if (item.Importer is Importer importer)
        {
            writer.WriteString("importer_name"u8, importer.Name);
            writer.WriteStartObject("importer_address"u8);
            writer.WriteString("address_line1"u8, importer.AddressLine1);
            writer.WriteOptional("address_line2"u8, importer.AddressLine2);
            writer.WriteOptional("city"u8, importer.City);
            writer.WriteOptional("zone_code"u8, importer.ZoneCode);
            writer.WriteOptional("postal_code"u8, importer.PostalCode);
            writer.WriteOptional("country_code"u8, importer.CountryCode);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Beneficiary beneficiary)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, beneficiary.Name);
        writer.WriteString("address_line1"u8, beneficiary.AddressLine1);
        writer.WriteOptional("address_line2"u8, beneficiary.AddressLine2);
        writer.WriteString("city"u8, beneficiary.City);
        writer.WriteString("state"u8, beneficiary.State);
        writer.WriteString("country"u8, "India"u8);
        writer.WriteString("postal_code"u8, beneficiary.PostalCode);
        writer.WriteEndObject();
    }
}
