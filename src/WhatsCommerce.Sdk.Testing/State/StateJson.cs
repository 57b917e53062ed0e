using System.Globalization;
using System.Text;
using System.Text.Json;

namespace WhatsCommerce.Testing;

/// <summary>What all sections write and read in the same way. What a file lacks is told with its name.</summary>
internal static class StateJson
{
    public static JsonElement Required(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out JsonElement found) && found.ValueKind is not JsonValueKind.Null
            ? found
            : throw new FormatException($"'{name}' is missing");

    public static string Text(this JsonElement element, string name) => element.Required(name).GetString()!;

    public static string? OptionalText(this JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement found) && found.ValueKind is not JsonValueKind.Null ? found.GetString() : null;

    public static Uri? OptionalAddress(this JsonElement element, string name) => element.OptionalText(name) is { } text ? new(text, UriKind.Absolute) : null;

    public static long Number(this JsonElement element, string name) => element.Required(name).GetInt64();

    public static bool Flag(this JsonElement element, string name) => element.Required(name).GetBoolean();

    public static JsonElement.ArrayEnumerator List(this JsonElement element, string name) => element.Required(name).EnumerateArray();

    /// <summary>A time; the beginning of all time when it is missing.</summary>
    public static DateTimeOffset Time(this JsonElement element, string name) => element.OptionalText(name) is { } text
        ? DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture)
        : DateTimeOffset.MinValue;

    /// <summary>A value that is kept as the JSON that it is; <see langword="null"/> when it is missing.</summary>
    public static byte[]? Raw(this JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement found) && found.ValueKind is not JsonValueKind.Null ? Encoding.UTF8.GetBytes(found.GetRawText()) : null;

    public static void WriteOptional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset time)
    {
        if (time > DateTimeOffset.MinValue)
        {
            json.WriteString(name, time.ToString("O", CultureInfo.InvariantCulture));
        }
    }

    public static void WriteRaw(this Utf8JsonWriter json, string name, byte[]? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value, skipInputValidation: true);
        }
    }

    /// <summary>Writes a list of objects.</summary>
    public static void WriteList<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
