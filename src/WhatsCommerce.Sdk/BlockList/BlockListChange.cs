namespace WhatsCommerce.BlockList;

/// <summary>The JSON that blocks or unblocks customers.</summary>
internal sealed class BlockListChange(Recipient[] customers) : IJsonBody
{
    /// <exception cref="WhatsCommerceValidationException">There is no recipient, or one that is not a customer.</exception>
    public void Check()
    {
        Violations violations = new();
        if (customers.Length == 0)
        {
            violations.Add("block_users", ViolationRule.Required, "It contains no recipient.");
        }

        violations.RequireCustomers("block_users[{0}].user", customers);
        violations.ThrowIfAny("The change of the block list was not sent");
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("messaging_product"u8, "whatsapp"u8);
        writer.WriteStartArray("block_users"u8);
        foreach (Recipient customer in customers)
        {
            writer.WriteStartObject();
            writer.WriteString("user"u8, customer.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
