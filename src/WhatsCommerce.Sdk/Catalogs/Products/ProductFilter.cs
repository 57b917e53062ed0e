namespace WhatsCommerce.Catalogs;

/// <summary>Represents a filter of products, for a list or a product set. Immutable.</summary>
/// <remarks>Fields are named as on the wire: <c>retailer_id</c>, <c>availability</c>, <c>brand</c>. Source: Meta, product-set
/// <c>filter</c>.</remarks>
public sealed class ProductFilter
{
    private readonly string _json;

    private ProductFilter(string json) => _json = json;

    /// <summary>Matches products whose field equals a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Its value.</param>
    public static ProductFilter Equal(string field, string value) => Compare(field, "eq", value);

    /// <summary>Matches products whose field does not equal a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value that it must not have.</param>
    public static ProductFilter NotEqual(string field, string value) => Compare(field, "neq", value);

    /// <summary>Matches products whose field contains a text, ignoring case.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">The text.</param>
    public static ProductFilter Contains(string field, string text) => Compare(field, "i_contains", text);

    /// <summary>Matches products whose field is one of the values.</summary>
    /// <param name="field">The field.</param>
    /// <param name="values">The values; at least one.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static ProductFilter AnyOf(string field, IEnumerable<string> values)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        string[] all = [.. values];
        if (all.Length == 0)
        {
            throw new ArgumentException("There must be at least one value; a filter of none would find nothing.", nameof(values));
        }

        return Write((field, all), static (writer, rule) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject(rule.field);
            writer.WriteStartArray("is_any"u8);
            foreach (string value in rule.all)
            {
                writer.WriteStringValue(value);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
    }

    /// <summary>Matches the products with these retailer ids.</summary>
    /// <param name="retailerIds">The ids; at least one.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static ProductFilter RetailerIds(params IEnumerable<RetailerId> retailerIds) =>
        AnyOf("retailer_id", retailerIds.Select(id => id.ToString()));

    /// <summary>Matches products that match all of the filters.</summary>
    /// <param name="filters">The filters.</param>
    public static ProductFilter And(params IEnumerable<ProductFilter> filters) => new($$"""{"and":[{{string.Join(',', filters)}}]}""");

    /// <summary>Matches products that match at least one of the filters.</summary>
    /// <param name="filters">The filters.</param>
    public static ProductFilter Or(params IEnumerable<ProductFilter> filters) => new($$"""{"or":[{{string.Join(',', filters)}}]}""");

    /// <summary>Creates a filter from Meta's JSON.</summary>
    /// <param name="json">A JSON object.</param>
    /// <exception cref="ArgumentException">The text is not a JSON object.</exception>
    public static ProductFilter FromJson(string json)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(json);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new ProductFilter(json);
            }
        }
        catch (JsonException)
        {
            // Thrown below.
        }

        throw new ArgumentException("A filter is a JSON object, such as {\"availability\":{\"eq\":\"in stock\"}}.", nameof(json));
    }

    /// <summary>The filter as JSON.</summary>
    public override string ToString() => _json;

    private static ProductFilter Compare(string field, string comparison, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        ArgumentNullException.ThrowIfNull(value);
        return Write((field, comparison, value), static (writer, rule) =>
        {
            writer.WriteStartObject();
            writer.WriteStartObject(rule.field);
            writer.WriteString(rule.comparison, rule.value);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
    }

    private static ProductFilter Write<TState>(TState state, Action<Utf8JsonWriter, TState> write) =>
        new(Encoding.UTF8.GetString(JsonBytes.Write(state, write)));
}
