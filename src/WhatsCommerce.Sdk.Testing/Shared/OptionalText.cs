namespace WhatsCommerce.Testing;

internal static class OptionalText
{
    public static void WriteUnlessNull(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
