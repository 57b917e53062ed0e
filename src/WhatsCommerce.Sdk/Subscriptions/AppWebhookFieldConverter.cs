namespace WhatsCommerce.Subscriptions;

/// <summary>Reads a field as an object, as in Meta's guide, or as a string, as in Meta's reference.</summary>
internal sealed class AppWebhookFieldConverter : JsonConverter<AppWebhookField>
{
    public override AppWebhookField? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement field = document.RootElement;
        return field.ValueKind switch
        {
            JsonValueKind.String => new() { Name = field.GetString() },
            JsonValueKind.Object => new() { Name = Text(field, "name"), Version = Text(field, "version") },
            _ => new(),
        };
    }

    public override void Write(Utf8JsonWriter writer, AppWebhookField value, JsonSerializerOptions options) =>
        throw new NotSupportedException("What an app is subscribed to is read only.");

    private static string? Text(JsonElement field, string name) =>
        field.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
