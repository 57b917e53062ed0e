using System.Text.Json.Serialization;

namespace WhatsCommerce.Testing;

/// <summary>
/// The stored form of an item: frequently used fields as properties, all others as JSON with the names by which they are read. It is
/// compact, because a catalog may have a hundred thousand items. The state file contains it unchanged.
/// </summary>
internal sealed record CatalogEntry(long Id, string RetailerId)
{
    public required decimal Price { get; init; }
    public required string Currency { get; init; }
    public string Availability { get; init; } = "in stock";

    /// <summary>The retailer id of the group of variants that the item is one of.</summary>
    public string? GroupId { get; init; }

    /// <summary>When its review ends.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTimeOffset ReviewDue { get; init; }

    /// <summary>The other fields: a JSON object in UTF-8.</summary>
    [JsonPropertyName("fields"), JsonConverter(typeof(RawObjectConverter))]
    public required byte[] Attributes { get; init; }

    /// <summary>One of the other fields as text.</summary>
    public string? Attribute(string name)
    {
        using JsonDocument attributes = JsonDocument.Parse(Attributes);
        return ((JsonElement?)attributes.RootElement).TextMember(name);
    }
}
