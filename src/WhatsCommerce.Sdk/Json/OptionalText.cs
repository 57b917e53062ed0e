namespace WhatsCommerce.Json;

/// <summary>Texts that need not be there.</summary>
internal static class OptionalText
{
    /// <summary>Writes a text that says something: null and empty are the same as absent.</summary>
    public static void WriteOptional(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>Writes a change of a text: null leaves it as it is, empty clears it.</summary>
    public static void WriteChange(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
