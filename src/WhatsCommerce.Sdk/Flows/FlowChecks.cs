namespace WhatsCommerce.Flows;

/// <summary>The checks that drafts, changes and uploads of flows have in common.</summary>
internal static class FlowChecks
{
    // Screens nest their components; a deeper nesting is not realistic.
    private const int Depth = 256;

    public static void Name(Violations violations, string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            violations.Add("name", ViolationRule.Required, "The name of the flow is required.");
        }
    }

    public static void Endpoint(Violations violations, Uri? address)
    {
        if (address is not null && !(address.IsAbsoluteUri && address.Scheme == Uri.UriSchemeHttps))
        {
            violations.Add("endpoint_uri", ViolationRule.Format, "The endpoint of a flow is an absolute https address.");
        }
    }

    /// <summary>Checks size and syntax; Meta validates the screens themselves.</summary>
    public static void Json(Violations violations, string path, ReadOnlySpan<byte> json)
    {
        if (json.Length > FlowLimits.JsonBytes)
        {
            violations.Add(
                path,
                ViolationRule.MaxLength,
                Violations.Invariant($"The JSON of the flow has {json.Length} bytes; at most {FlowLimits.JsonBytes} are allowed."),
                FlowLimits.JsonBytes,
                json.Length);
            return;
        }

        try
        {
            Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = Depth });
            bool isObject = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
            while (reader.Read())
            {
            }

            if (!isObject)
            {
                violations.Add(path, ViolationRule.Format, "The JSON of a flow is an object with version and screens.");
            }
        }
        catch (JsonException exception)
        {
            violations.Add(path, ViolationRule.Format, Violations.Invariant(
                $"The text is not JSON: see line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}."));
        }
    }

    public static void WriteCategories(Utf8JsonWriter writer, IReadOnlyList<FlowCategory> categories)
    {
        writer.WriteStartArray("categories"u8);
        foreach (FlowCategory category in categories)
        {
            writer.WriteStringValue(category.ToString());
        }

        writer.WriteEndArray();
    }
}
