using System.Text.Json.Serialization;
using WhatsCommerce.Testing.Judging.Catalog;

namespace WhatsCommerce.Testing;

/// <summary>
/// What one request of a batch, or one row of a feed, asks of the catalog; already judged, and no larger than it has to be.
/// </summary>
internal sealed record ItemChange(string Method, string RetailerId, int Line)
{
    public decimal? Price { get; init; }
    public string? Currency { get; init; }
    public string? Availability { get; init; }
    public string? GroupId { get; init; }

    [JsonConverter(typeof(RawObjectConverter))]
    public byte[] Attributes { get; init; } = [.. "{}"u8];

    /// <summary>The fields that it empties, under the names by which they are read.</summary>
    public IReadOnlyList<string> Emptied { get; init; } = [];

    /// <summary>Whether it takes the item out of its group of variants.</summary>
    public bool LeavesGroup { get; init; }

    /// <summary>Whether it names everything that an item must have.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether it touches what is reviewed: more than price and availability.</summary>
    [JsonIgnore]
    public bool IsReviewed => Attributes.Length > "{}".Length || Emptied.Count > 0;

    /// <summary>The errors that are found when the change is processed.</summary>
    public string? Problem { get; init; }

    public static ItemChange Read(JsonElement data, string method, int line)
    {
        JsonElement? item = data;
        string retailerId = item.TextMember("id")!;
        if (method == "DELETE")
        {
            return new(method, retailerId, line);
        }

        bool hasPrice = Prices.TryRead(item.TextMember("price"), out decimal price, out string currency);
        return new(method, retailerId, line)
        {
            Price = hasPrice ? price : null,
            Currency = hasPrice ? currency : null,
            Availability = item.TextMember("availability") is { } availability
                ? new ItemAvailability(availability.ToLowerInvariant()).Value
                : null,
            GroupId = item.TextMember("item_group_id") is { } group && !string.IsNullOrWhiteSpace(group) ? group : null,
            LeavesGroup = data.TryGetProperty("item_group_id", out JsonElement named) && ItemAttributes.IsEmpty("item_group_id", named),
            Attributes = ItemAttributes.Merge(data),
            Emptied = ItemAttributes.Emptied(data),
            IsWhole = ItemRules.RequiredFields.All(name => !string.IsNullOrWhiteSpace(item.TextMember(name))),
            Problem = ItemRules.JudgeLater(item),
        };
    }

    public static ItemChange Deletion(string retailerId, int line) => new("DELETE", retailerId, line);

    /// <summary>The item that comes of it. What a CREATE does not name is gone; what an UPDATE neither names nor empties stays.</summary>
    public CatalogEntry Apply(CatalogEntry? before, Func<long> nextId, DateTimeOffset reviewDue)
    {
        CatalogEntry? kept = Method == "UPDATE" ? before : null;
        return new(before?.Id ?? nextId(), before?.RetailerId ?? RetailerId)
        {
            Price = Price ?? kept!.Price,
            Currency = Currency ?? kept!.Currency,
            Availability = string.Intern(Availability ?? kept?.Availability ?? "in stock"),
            GroupId = LeavesGroup ? null : GroupId ?? kept?.GroupId,
            Attributes = kept is null ? Attributes : ItemAttributes.Merge(Attributes, kept.Attributes, Emptied),
            ReviewDue = before is null || IsReviewed ? reviewDue : before.ReviewDue,
        };
    }
}
