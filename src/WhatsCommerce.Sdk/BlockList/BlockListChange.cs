using System.Text.Json;
using WhatsCommerce.Http;
using WhatsCommerce.Json;

namespace WhatsCommerce.BlockList;

/// <summary>The JSON that blocks or unblocks customers.</summary>
internal sealed class BlockListChange(Recipient[] customers) : IJsonBody
{
    /// <exception cref="RequestValidationException">There is nobody in it, or somebody who is no customer.</exception>
    public void Check()
    {
        RequestRules rules = new();
        if (customers.Length == 0)
        {
            rules.Add("block_users", "There is nobody in it.");
        }

        for (int i = 0; i < customers.Length; i++)
        {
            if (customers[i].Kind is not (RecipientKind.PhoneNumber or RecipientKind.User))
            {
                rules.Add(
                    FormattableString.Invariant($"block_users[{i}].user"),
                    customers[i].Problem ?? "It is no customer: give a phone number or a business-scoped user id.");
            }
        }

        rules.ThrowIfBroken("The change of the block list");
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
