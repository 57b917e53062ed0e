using System.Collections.ObjectModel;
using System.Text.Encodings.Web;
using WhatsCommerce.Testing.Judging.Catalog;

namespace WhatsCommerce.Testing;

/// <summary>The fields of an item as compact JSON, under the names by which they are read, whatever a batch or a feed calls them.</summary>
internal static class ItemAttributes
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Field names that differ between a batch and a read.
    private static readonly Dictionary<string, string> ReadNames = new(StringComparer.Ordinal)
    {
        ["title"] = "name",
        ["link"] = "url",
        ["image_link"] = "image_url",
        ["additional_image_link"] = "additional_image_urls",
        ["additional_variant_attribute"] = "additional_variant_attributes",
        ["google_product_category"] = "category",
        ["mpn"] = "manufacturer_part_number",
    };

    private const string SalePeriod = "sale_price_effective_date";

    // The field names of a sale period in a read.
    private static readonly string[] SaleTimes = ["sale_price_start_date", "sale_price_end_date"];

    // Fields that an entry stores as properties.
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "id", "retailer_id", "price", "currency", "availability", "item_group_id", "retailer_product_group_id", "allow_upsert",
        "access_token",
    };

    /// <summary>
    /// The variant attributes with their own fields; all others are in <c>additional_variant_attributes</c>.
    /// </summary>
    private static readonly string[] OwnVariantFields = ["color", "size", "pattern", "material"];

    /// <summary>
    /// Merges the fields of a request into the previous ones; emptied fields are removed.
    /// </summary>
    /// <param name="fields">The fields of the request.</param>
    /// <param name="before">The previous fields.</param>
    /// <param name="onlyNullEmpties">Whether an empty text or list is a normal value.</param>
    public static byte[] Merge(JsonElement fields, byte[]? before = null, bool onlyNullEmpties = false)
    {
        ArrayBufferWriter<byte> buffer = new(256);
        using (Utf8JsonWriter json = new(buffer, Writing))
        {
            json.WriteStartObject();
            foreach (JsonProperty field in fields.EnumerateObject().Where(field => !Kept.Contains(field.Name)))
            {
                if (onlyNullEmpties ? field.Value.ValueKind is JsonValueKind.Null : IsEmpty(field.Name, field.Value))
                {
                    continue;
                }

                if (field.Name == SalePeriod)
                {
                    WriteSaleTimes(json, field.Value);
                    continue;
                }

                json.WritePropertyName(ReadName(field.Name));
                field.Value.WriteTo(json);
            }

            if (before is not null)
            {
                WriteOthers(
                    json, before, new(fields.EnumerateObject().SelectMany(field => ReadNamesOf(field.Name)), StringComparer.Ordinal));
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Merges the prepared fields of a batch into the previous ones, except those that it empties.</summary>
    public static byte[] Merge(byte[] fields, byte[] before, IReadOnlyList<string> emptied)
    {
        if (emptied.Count == 0 && fields.AsSpan().SequenceEqual("{}"u8))
        {
            return before;
        }

        using JsonDocument document = JsonDocument.Parse(fields);
        ArrayBufferWriter<byte> buffer = new(256);
        using (Utf8JsonWriter json = new(buffer, Writing))
        {
            json.WriteStartObject();
            HashSet<string> named = new(emptied, StringComparer.Ordinal);
            foreach (JsonProperty field in document.RootElement.EnumerateObject())
            {
                named.Add(field.Name);
                field.WriteTo(json);
            }

            WriteOthers(json, before, named);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The fields that a request empties, under the names by which they are read.</summary>
    public static IReadOnlyList<string> Emptied(JsonElement fields)
    {
        List<string>? emptied = null;
        foreach (JsonProperty field in fields.EnumerateObject()
            .Where(field => !Kept.Contains(field.Name) && IsEmpty(field.Name, field.Value)))
        {
            (emptied ??= []).AddRange(ReadNamesOf(field.Name));
        }

        return emptied ?? (IReadOnlyList<string>)[];
    }

    /// <summary>
    /// Whether a request empties a field: by null, an empty text, list or object, or a sale price of nothing. How a field is emptied is not
    /// documented by Meta; its own plugin for WooCommerce writes empty texts and lists into batches, and a sale price of 0 into forms.
    /// </summary>
    public static bool IsEmpty(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString())
            || (name == "sale_price" && Prices.TryRead(value.GetString(), out decimal amount, out _) && amount == 0),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => value.GetPropertyCount() == 0,
        _ => false,
    };

    /// <summary>The fields of a test's item, merged with previous fields that a test cannot set.</summary>
    public static byte[] Of(EmulatedCatalogItem item, byte[]? before = null)
    {
        ArrayBufferWriter<byte> buffer = new(256);
        using (Utf8JsonWriter json = new(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteString("name", item.Title);
            Write("description", item.Description);
            Write("url", item.Address?.OriginalString);
            Write("image_url", item.ImageAddress?.OriginalString);
            Write("visibility", item.IsHidden ? "staging" : null);
            Write("sale_price", item.SalePrice is { } sale ? Prices.Written(sale.Amount, sale.Currency.Code!) : null);
            foreach (string name in OwnVariantFields)
            {
                Write(name, item.VariantAttributes.GetValueOrDefault(name));
            }

            WriteAdditional(json, item.VariantAttributes, isChange: before is not null);
            json.WriteEndObject();

            void Write(string name, string? value)
            {
                if (value is not null || before is not null)
                {
                    json.WriteString(name, value);
                }
            }
        }

        if (before is null)
        {
            return buffer.WrittenSpan.ToArray();
        }

        using JsonDocument document = JsonDocument.Parse(buffer.WrittenMemory);
        return Merge(document.RootElement, before);
    }

    /// <summary>The item as seen by tests and customers.</summary>
    public static EmulatedCatalogItem View(CatalogEntry entry)
    {
        using JsonDocument document = JsonDocument.Parse(entry.Attributes);
        JsonElement? attributes = document.RootElement;
        return new()
        {
            RetailerId = entry.RetailerId,
            Title = attributes.TextMember("name") ?? "",
            Price = new(entry.Price, entry.Currency),
            Description = attributes.TextMember("description"),
            SalePrice = Prices.TryRead(attributes.TextMember("sale_price"), out decimal sale, out string currency)
                ? new Money(sale, currency)
                : null,
            VariantAttributes = VariantAttributes(attributes),
            Availability = entry.Availability,
            ImageAddress = Address("image_url"),
            Address = Address("url"),
            ItemGroupId = entry.GroupId,
            IsHidden = attributes.TextMember("visibility") == "staging",
        };

        Uri? Address(string name) =>
            Uri.TryCreate(attributes.TextMember(name), UriKind.RelativeOrAbsolute, out Uri? address) ? address : null;
    }

    /// <summary>The pairs of <c>additional_variant_attributes</c>: an object, or as a batch writes them, <c>size:M,color:Red</c>.</summary>
    public static IEnumerable<(string Name, string Value)> AdditionalVariantAttributes(JsonElement? attributes)
    {
        if (attributes.Member("additional_variant_attributes") is not { } value)
        {
            yield break;
        }

        if (value.ValueKind is JsonValueKind.Object)
        {
            foreach (JsonProperty pair in value.EnumerateObject())
            {
                yield return (pair.Name, pair.Value.ToString());
            }

            yield break;
        }

        foreach (string pair in value.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split(':', 2, StringSplitOptions.TrimEntries);
            yield return (parts[0], parts.Length > 1 ? parts[1] : "");
        }
    }

    private static ReadOnlyDictionary<string, string> VariantAttributes(JsonElement? attributes)
    {
        OrderedDictionary<string, string> found = new(StringComparer.Ordinal);
        foreach (string name in OwnVariantFields)
        {
            if (attributes.TextMember(name) is { Length: > 0 } value)
            {
                found[name] = value;
            }
        }

        foreach ((string name, string value) in AdditionalVariantAttributes(attributes))
        {
            found.TryAdd(name, value);
        }

        return found.Count == 0 ? ReadOnlyDictionary<string, string>.Empty : new(found);
    }

    private static void WriteAdditional(Utf8JsonWriter json, IReadOnlyDictionary<string, string> variant, bool isChange)
    {
        KeyValuePair<string, string>[] others = [.. variant.Where(pair => !OwnVariantFields.Contains(pair.Key))];
        if (others.Length > 0)
        {
            json.WriteStartObject("additional_variant_attributes");
            foreach ((string name, string value) in others)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }
        else if (isChange)
        {
            json.WriteNull("additional_variant_attributes");
        }
    }

    private static void WriteOthers(Utf8JsonWriter json, byte[] before, HashSet<string> named)
    {
        using JsonDocument old = JsonDocument.Parse(before);
        foreach (JsonProperty field in old.RootElement.EnumerateObject())
        {
            if (!named.Contains(field.Name))
            {
                field.WriteTo(json);
            }
        }
    }

    // One field of a batch, two of a product.
    private static void WriteSaleTimes(Utf8JsonWriter json, JsonElement period)
    {
        if (ItemRules.TryReadPeriod(period.ToString(), out DateTimeOffset start, out DateTimeOffset end))
        {
            json.WriteString(SaleTimes[0], Text(start));
            json.WriteString(SaleTimes[1], Text(end));
        }

        static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture);
    }

    private static string[] ReadNamesOf(string name) => name == SalePeriod ? SaleTimes : [ReadName(name)];

    private static string ReadName(string name) => ReadNames.GetValueOrDefault(name, name);
}
