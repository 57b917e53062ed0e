using System.Text;

namespace WhatsCommerce.Storefronts;

/// <summary>Reads the arguments of a call, with error messages that tell the model what is expected.</summary>
internal sealed class ToolArguments
{
    private const int LongestJson = 16_384;
    private const int LongestLog = 1_000;

    private readonly Dictionary<string, JsonElement> _values;

    private ToolArguments(Dictionary<string, JsonElement> values, string json)
    {
        _values = values;
        Json = json;
    }

    /// <summary>The arguments as stored in the event.</summary>
    public string Json { get; }

    /// <summary>Converts arguments to JSON: those of clients already are JSON, those of code are strings, numbers and lists.</summary>
    public static ToolArguments Read(IEnumerable<KeyValuePair<string, object?>>? arguments)
    {
        try
        {
            return ReadWhole(arguments);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            throw ToolRefusal.Invalid("The arguments are no JSON that can be read: halves of characters, or too many levels.");
        }
    }

    /// <summary>The arguments as JSON elements; empty when they are not valid JSON.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Plain(IEnumerable<KeyValuePair<string, object?>>? arguments)
    {
        try
        {
            return Read(arguments)._values;
        }
        catch (ToolRefusal)
        {
            return new Dictionary<string, JsonElement>();
        }
    }

    private static ToolArguments ReadWhole(IEnumerable<KeyValuePair<string, object?>>? arguments)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            foreach ((string name, object? value) in arguments ?? [])
            {
                writer.WritePropertyName(name);
                Write(writer, value, depth: 0);
                if (writer.BytesCommitted + writer.BytesPending > LongestJson)
                {
                    throw ToolRefusal.Invalid($"The arguments are larger than {LongestJson} bytes.");
                }
            }

            writer.WriteEndObject();
        }

        Dictionary<string, JsonElement> values = new(StringComparer.Ordinal);
        JsonElement whole = JsonElement.Parse(stream.ToArray());
        foreach (JsonProperty property in whole.EnumerateObject())
        {
            values[property.Name] = property.Value;
        }

        string json = Encoding.UTF8.GetString(stream.ToArray());
        return new ToolArguments(values, json.Length <= LongestLog ? json : json[..LongestLog]);
    }

    /// <summary>Rejects unknown arguments, above all those that name a customer.</summary>
    public void Allow(params ReadOnlySpan<string> names)
    {
        foreach (string name in _values.Keys)
        {
            if (!names.Contains(name))
            {
                throw ToolRefusal.Invalid(
                    $"There is no argument \"{UntrustedText.Clean(name, 40)}\". "
                    + (names.IsEmpty ? "This tool takes none." : $"This tool takes: {string.Join(", ", names)}.")
                    + " The customer and the shop are fixed.");
            }
        }
    }

    public string Text(string name, int most) => OptionalText(name, most)
        ?? throw ToolRefusal.Invalid($"\"{name}\" is missing: a text of 1 to {most} characters.");

    public string? OptionalText(string name, int most)
    {
        if (!_values.TryGetValue(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String || TextOf(value) is not { } text || string.IsNullOrWhiteSpace(text)
            || text.Length > most)
        {
            throw ToolRefusal.Invalid($"\"{name}\" must be a text of 1 to {most} characters.");
        }

        return text.Trim();
    }

    public RetailerId Id(string name) => IdOf(
        _values.TryGetValue(name, out JsonElement value)
            ? value
            : throw ToolRefusal.Invalid($"\"{name}\" is missing: the id of a product."),
        name);

    /// <summary>A list of product ids, without duplicates.</summary>
    public IReadOnlyList<RetailerId> Ids(string name, int most) =>
        [.. List(name, most).Select(value => IdOf(value, name)).Distinct()];

    public IReadOnlyList<CartLine> Lines(string name, int most, int mostOfEach)
    {
        List<CartLine> lines = [];
        foreach (JsonElement line in List(name, most))
        {
            if (line.ValueKind != JsonValueKind.Object
                || !line.TryGetProperty("product_id", out JsonElement id)
                || !line.TryGetProperty("quantity", out JsonElement quantity)
                || line.EnumerateObject().Count() != 2)
            {
                throw ToolRefusal.Invalid(
                    $"Each of \"{name}\" must be an object with product_id and quantity and nothing else: prices are the shop's.");
            }

            lines.Add(new CartLine { RetailerId = IdOf(id, "product_id"), Quantity = QuantityOf(quantity, mostOfEach) });
        }

        return lines;
    }

    private JsonElement[] List(string name, int most)
    {
        if (!_values.TryGetValue(name, out JsonElement value) || value.ValueKind != JsonValueKind.Array
            || value.GetArrayLength() is var count && (count < 1 || count > most))
        {
            throw ToolRefusal.Invalid($"\"{name}\" must be a list of 1 to {most}.");
        }

        return [.. value.EnumerateArray()];
    }

    private static RetailerId IdOf(JsonElement value, string name)
    {
        const int LongestId = 100;
        return value.ValueKind == JsonValueKind.String && TextOf(value) is { Length: > 0 and <= LongestId } text
            && !text.Any(char.IsControl) && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw ToolRefusal.Invalid($"\"{name}\" must hold ids as search_products returns them, texts of 1 to {LongestId} characters.");
    }

    private static int QuantityOf(JsonElement value, int most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int quantity) && quantity >= 1 && quantity <= most
            ? quantity
            : throw ToolRefusal.Invalid($"\"quantity\" must be a whole number from 1 to {most}.");

    /// <summary>The text; null when it contains a lone surrogate.</summary>
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter writer, object? value, int depth)
    {
        const int Deepest = 8;
        if (depth > Deepest)
        {
            throw ToolRefusal.Invalid($"The arguments are nested deeper than {Deepest} levels.");
        }

        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case JsonElement { ValueKind: JsonValueKind.Undefined }:
                writer.WriteNullValue();
                break;
            case JsonElement element:
                element.WriteTo(writer);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case IReadOnlyDictionary<string, object?> members:
                writer.WriteStartObject();
                foreach ((string name, object? member) in members)
                {
                    writer.WritePropertyName(name);
                    Write(writer, member, depth + 1);
                }

                writer.WriteEndObject();
                break;
            case System.Collections.IEnumerable list:
                writer.WriteStartArray();
                foreach (object? item in list)
                {
                    Write(writer, item, depth + 1);
                }

                writer.WriteEndArray();
                break;
            case IFormattable number when decimal.TryParse(
                number.ToString(null, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out decimal known):
                writer.WriteNumberValue(known);
                break;
            default:
                throw ToolRefusal.Invalid("Arguments are texts, numbers, lists and objects.");
        }
    }
}
