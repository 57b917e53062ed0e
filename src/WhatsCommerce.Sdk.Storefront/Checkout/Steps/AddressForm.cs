namespace WhatsCommerce.Storefronts;

/// <summary>Reads an address from a form: India's address message, or the shop's own flow.</summary>
/// <remarks>Source of the field names: Meta, messages/address-messages.</remarks>
internal static class AddressForm
{
    private const int MaxDepth = 8;
    private const int MostLines = 20;
    private const int LongestLine = 200;

    private static readonly string[] NamesOfName = ["name", "full_name"];
    private static readonly string[] NamesOfPostalCode = ["in_pin_code", "postal_code", "pin_code", "zip", "zip_code", "cep"];
    private static readonly string[] NamesOfCity = ["city", "town"];

    // Fields that are not part of the postal address.
    private static readonly string[] NoLines = ["flow_token", "saved_address_id", "phone_number", "name", "full_name"];

    /// <summary>Reads the address; null when the form holds none.</summary>
    public static DeliveryAddress? Read(InboundMessage message)
    {
        if (message.FormJson is not string json)
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DeliveryAddress? Read(JsonElement root)
    {
        bool isNested = root.TryGetProperty("values", out JsonElement inner) && inner.ValueKind == JsonValueKind.Object;
        JsonElement values = isNested ? inner : root;
        List<(string Name, string Value)> members = [];
        foreach (JsonProperty member in values.EnumerateObject().Take(MostLines))
        {
            if (member.Value.ValueKind == JsonValueKind.String
                && member.Value.GetString()!.Trim() is { Length: > 0 and <= LongestLine } text)
            {
                members.Add((member.Name, text));
            }
        }

        string lines = string.Join('\n', members.Where(member => !NoLines.Contains(member.Name)).Select(member => member.Value));
        return lines.Length == 0
            ? null
            : new DeliveryAddress
            {
                Text = lines,
                Name = Find(members, NamesOfName),
                PostalCode = Find(members, NamesOfPostalCode),
                City = Find(members, NamesOfCity),
            };
    }

    private static string? Find(List<(string Name, string Value)> members, string[] names) =>
        members.FirstOrDefault(member => names.Contains(member.Name)).Value;
}
