namespace WhatsCommerce.Json;

/// <summary>Writes optional texts.</summary>
internal static class OptionalText
{
    /// <summary>Writes a text unless it is null or empty, which mean absent.</summary>
    public static void WriteOptional(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>Writes a change of a text: null leaves it unchanged, empty clears it.</summary>
    public static void WriteChange(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
