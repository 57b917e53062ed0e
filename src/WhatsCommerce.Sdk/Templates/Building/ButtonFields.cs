namespace WhatsCommerce.Templates;

/// <summary>Creates the members of a button that have no property.</summary>
internal static class ButtonFields
{
    public static IReadOnlyDictionary<string, JsonElement> Of(params ReadOnlySpan<(string Name, ButtonField Value)> fields)
    {
        Dictionary<string, JsonElement> made = new(StringComparer.Ordinal);
        foreach ((string name, ButtonField value) in fields)
        {
            made[name] = value.Element;
        }

        return made;
    }
}

/// <summary>A string or a Boolean as JSON.</summary>
internal readonly record struct ButtonField(JsonElement Element)
{
    public static implicit operator ButtonField(string text) =>
        new(JsonElement.Parse(JsonBytes.Write(text, static (writer, text) => writer.WriteStringValue(text))));

    public static implicit operator ButtonField(bool value) => new(JsonElement.Parse(value ? "true"u8 : "false"u8));

    /// <summary>The apps that may receive a code.</summary>
    public static ButtonField Apps(
        IReadOnlyList<(string PackageName, string SignatureHash)> apps) => new(JsonElement.Parse(JsonBytes.Write(apps, static (
            writer, apps) =>
    {
        writer.WriteStartArray();
        foreach ((string package, string hash) in apps)
        {
            writer.WriteStartObject();
            writer.WriteString("package_name"u8, package);
            writer.WriteString("signature_hash"u8, hash);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    })));
}
