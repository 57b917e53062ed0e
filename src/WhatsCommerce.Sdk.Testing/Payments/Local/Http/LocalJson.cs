namespace WhatsCommerce.Testing;

/// <summary>Reading of what a shop has sent: what is absent, null or of another kind is simply not there.</summary>
internal static class LocalJson
{
    /// <summary>A member that is an object.</summary>
    public static JsonObject? Object(this JsonObject? json, string name) => json?[name] as JsonObject;

    /// <summary>A member that is a text and not empty.</summary>
    public static string? Text(this JsonObject? json, string name) =>
        json?[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;
}
