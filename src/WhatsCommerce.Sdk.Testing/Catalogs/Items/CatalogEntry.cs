using System.Text.Json.Serialization;

namespace WhatsCommerce.Testing;

/// <summary>
/// An item as the catalog keeps it: what everything asks for as members, all the rest as the JSON it came in, under the names by which it
/// is read. A hundred thousand of them must fit, so nothing is kept twice. The state keeps it as it is.
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
